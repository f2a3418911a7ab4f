const AT_MOST = 3_000
let held = ''
let release: (() => void) | undefined

/** From now on letters are kept for a field that is on its way, and start nothing on the page. */
export function holdKeys() {
  heldKeys()
  const take = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace') held = held.slice(0, -1)
    else if (event.key.length === 1) held += event.key
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const end = () => {
    clearTimeout(timer)
    removeEventListener('keydown', take, true)
  }
  const timer = setTimeout(end, AT_MOST)
  addEventListener('keydown', take, true)
  release = end
}

/** The field is there, or nobody waits for it any more: what was typed meanwhile. */
export function heldKeys(): string {
  const typed = held
  held = ''
  release?.()
  release = undefined
  return typed
}
