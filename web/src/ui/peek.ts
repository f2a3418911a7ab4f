import type {MouseEvent} from 'react'

/** A click on a record's link looks at it beside the list; Enter, and a click with a key held, follow the link. */
export function peeking(look: () => void) {
  return (event: MouseEvent) => {
    const plain = event.detail > 0 && event.button === 0
    if (!plain || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    look()
  }
}
