/** Whether what others change is told here as it happens: still being arranged, so, or not for some time already. */
export type Standing = 'waiting' | 'on' | 'out'

/** Longer than the pulse of a connection: nothing heard for this time is no connection. */
const DEAF = 45_000
const MOST = 500

let standing: Standing = 'waiting'
let heardAt = 0
const listeners = new Set<() => void>()
const names = new Map<string, string>()

export const liveStanding = () => standing

/** Whether nobody needs to ask whether anything has changed. */
export const isLive = () => standing === 'on' && Date.now() - heardAt < DEAF

export function watchLive(changed: () => void) {
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
  }
}

export function tellLive(now: Standing) {
  if (now === standing) return
  standing = now
  document.documentElement.dataset.live = now
  for (const listener of listeners) listener()
}

export function tellHeard() {
  heardAt = Date.now()
}

/** A colleague has changed a record. */
export function tellChanged(id: string, name: string) {
  names.delete(id)
  names.set(id, name)
  const [oldest] = names.keys()
  if (names.size > MOST && oldest) names.delete(oldest)
}

/** The colleague who changed a record last, where that was told. */
export const whoChanged = (id: string | undefined) => (id === undefined ? undefined : names.get(id))

/** The context of a question whose answer is being edited: it is not read again under the hands. */
export const still = {still: true}
