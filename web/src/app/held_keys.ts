const AT_MOST = 3_000
let end: (() => string) | undefined

/** From now on letters are kept for a field that is on its way, and start nothing on the page. */
export function holdKeys() {
  if (end) return
  let held = ''
  const take = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace') held = held.slice(0, -1)
    else if (event.key.length === 1) held += event.key
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const timer = setTimeout(heldKeys, AT_MOST)
  addEventListener('keydown', take, true)
  end = () => {
    clearTimeout(timer)
    removeEventListener('keydown', take, true)
    return held
  }
}

/** The field is there: what was typed meanwhile. */
export function heldKeys(): string {
  const held = end?.() ?? ''
  end = undefined
  return held
}
