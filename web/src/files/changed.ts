import {useEffect} from 'react'

const heard = new EventTarget()

/** Files go in by a door of their own, beside the graph: who shows those of this record reads them again. */
export function changed(about: string) {
  heard.dispatchEvent(new Event(about))
}

export function useChanged(about: string, again: () => void) {
  useEffect(() => {
    heard.addEventListener(about, again)
    return () => {
      heard.removeEventListener(about, again)
    }
  }, [about, again])
}
