// Fills in what the browser knows, and says at once whether an address is free.
const form = document.querySelector('form[data-slug]')
const { slug, name, timeZone } = form.elements
const hint = document.getElementById('slug-hint')
if (timeZone.dataset.guess) timeZone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || timeZone.value

let mine = slug.value !== ''
let waiting
const look = async () => {
  const query = new URLSearchParams({ slug: mine ? slug.value : '', name: name.value, lang: document.documentElement.lang })
  const asked = slug.value
  const answer = await fetch(`${form.dataset.slug}?${query}`)
  if (!answer.ok) return
  const { message, free, suggestion } = await answer.json()
  if (!mine) slug.value = suggestion
  else if (slug.value !== asked) return
  hint.textContent = message
  hint.className = free ? 'hint' : 'hint error'
}
const later = () => {
  clearTimeout(waiting)
  waiting = setTimeout(look, 250)
}
slug.addEventListener('input', () => {
  mine = slug.value !== ''
  later()
})
name.addEventListener('input', () => {
  if (!mine) later()
})
