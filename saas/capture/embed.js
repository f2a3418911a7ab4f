{
  const here = document.currentScript
  const address = new URL(here.src)
  const key = address.pathname.split('/').at(-2)
  const frame = document.createElement('iframe')
  const form = () => {
    const seen = window.kesher?.visit?.()
    const visit = {page: seen?.landingPage ?? location.href, from: seen?.referrer ?? document.referrer}
    if (seen) visit.visitor = seen.visitor
    return `${address.origin}/forms/${key}/page${address.search}#${new URLSearchParams(visit)}`
  }
  frame.src = form()
  frame.title = here.dataset.title ?? ''
  frame.style.cssText = 'inline-size:100%;block-size:520px;border:0;color-scheme:normal'
  here.after(frame)
  // the person has agreed to be known, or not any more: the form hears it, and what was filled in stays
  addEventListener('kesher-visit', () => frame.contentWindow.location.replace(form()))
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.data?.kesher === key) {
      frame.style.blockSize = `${Number(event.data.height)}px`
    }
  })
}
