{
  const here = document.currentScript
  const address = new URL(here.src)
  const key = address.pathname.split('/').at(-2)
  const frame = document.createElement('iframe')
  const visit = new URLSearchParams({page: location.href, from: document.referrer})
  frame.src = `${address.origin}/forms/${key}/page${address.search}#${visit}`
  frame.title = here.dataset.title ?? ''
  frame.style.cssText = 'inline-size:100%;block-size:520px;border:0;color-scheme:normal'
  here.after(frame)
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.data?.kesher === key) {
      frame.style.blockSize = `${Number(event.data.height)}px`
    }
  })
}
