import {useEffect} from 'react'

const heard = new EventTarget()
const ears = new Map<string, number>()
/** What changed before anybody showed it: a small file can be there before the note that it hangs on is drawn. */
const missed = new Set<string>()

/** Files go in by a door of their own, beside the graph: who shows those of this record reads them again. */
export function changed(about: string) {
  if (!ears.get(about)) missed.add(about)
  heard.dispatchEvent(new Event(about))
}

export function useChanged(about: string, again: () => void) {
  useEffect(() => {
    heard.addEventListener(about, again)
    ears.set(about, (ears.get(about) ?? 0) + 1)
    if (missed.delete(about)) again()
    return () => {
      heard.removeEventListener(about, again)
      ears.set(about, (ears.get(about) ?? 1) - 1)
    }
  }, [about, again])
}
