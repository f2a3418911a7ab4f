/** Questions on the screen, by key, whose answer stands there although it could not be read again. */
const missed = new Set<number>()
const listeners = new Set<() => void>()

export const isMissed = (key: number) => missed.has(key)

/** Whether something on the screen may be older than what the server has. */
export const isOutdated = () => missed.size > 0

export function watchOutdated(changed: () => void) {
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
  }
}

export function noteMissed(key: number, is: boolean) {
  if (missed.has(key) === is) return
  if (is) missed.add(key)
  else missed.delete(key)
  for (const listener of listeners) listener()
}
