const KEY = 'kesher.dropped-jobs'

/** What was taken off the tray does not come back to it in this tab. */
export function drop(id: string) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...dropped(), id].slice(-50)))
  } catch {
    // A browser that keeps nothing shows it once more.
  }
}

export const isDropped = (id: string) => dropped().includes(id)

function dropped(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[]
  } catch {
    return []
  }
}
