// Before the first paint: the scheme and the language that the web client keeps.
const page = document.documentElement
let kept = {}
try {
  kept = localStorage
} catch {
  // a browser that keeps nothing gets the page as the server wrote it
}
const { 'kesher.scheme': scheme, 'kesher.language': language } = kept
if (scheme === 'dark' || scheme === 'light') page.dataset.scheme = scheme
if (!/[?&]lang=/.test(location.search) && /^(en|he|ar)$/.test(language) && language !== page.lang) {
  location.replace(`${location.pathname}?${location.search.slice(1)}${location.search ? '&' : ''}lang=${language}`)
}
addEventListener('click', (event) => {
  const link = event.target.closest('[hreflang]')
  if (link) kept['kesher.language'] = link.hreflang
})
