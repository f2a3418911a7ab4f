const NOW = 'kesher.explorer.now'
const PAST = 'kesher.explorer.past'
const MOST = 30

export interface Written {
  query: string
  variables: string
}

/** A request that was sent; the token that it went with is not in it. */
export interface Sent extends Written {
  id: string
  name: string
  /** When, as an ISO moment. */
  at: string
}

/** What stands in the editors, so that a way over the sign-in page loses nothing. */
export const readWritten = () => recall(NOW) as Written | undefined

export function keepWritten(written: Written) {
  keep(NOW, written)
}

/** What was sent from this tab, the latest first. It goes with the tab. */
export const readSent = () => (recall(PAST) ?? []) as Sent[]

/** Returns the requests with the new one first, and without its like. */
export function addSent(past: readonly Sent[], {query, variables}: Written): Sent[] {
  const others = past.filter((one) => one.query !== query || one.variables !== variables)
  const at = new Date().toISOString()
  const now = [{id: `${at} ${String(others.length)}`, name: nameOf(query), at, query, variables}, ...others].slice(
    0,
    MOST,
  )
  keep(PAST, now)
  return now
}

/** The name of the operation, or how it begins. */
function nameOf(query: string): string {
  const named = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(query)?.[1]
  return (
    named ??
    query
      .replace(/^[\s{]+/, '')
      .replace(/\s+/g, ' ')
      .slice(0, 40)
  )
}

function keep(key: string, value: unknown) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing still runs what is written.
  }
}

function recall(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
