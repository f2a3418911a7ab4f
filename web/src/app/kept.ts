/** What the graph answered to reads, kept on this device: without a line it is shown again, with the time of it. */

const STORE = 'kesher.reads'
const AT = 'x-kept-at'
const MOST = 300
const REST = 2_000

type Send = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

let since: number | null = null
let puts = 0
const listeners = new Set<() => void>()

/** Since when what is shown is not what the server says, or null where it is. */
export function shownAsOf(): number | null {
  return since
}

export function watchKept(changed: () => void) {
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
  }
}

/** Sends a read; where no answer comes at all, the last one to the very same question is given. */
export function remembering(send: Send): Send {
  return async (input, init) => {
    try {
      const answer = await send(input, init)
      // Read here and whole: who asked gives the request up as soon as he has his answer, and a copy would end with it.
      const [{headers, status}, body] = [answer, await answer.text()]
      tell(null)
      if (answer.ok && 'caches' in window) setTimeout(() => void keep(init, body).catch(() => undefined), REST)
      return new Response(body, {headers, status})
    } catch (error) {
      const kept = init?.signal?.aborted ? undefined : await recall(init)
      if (!kept) throw error
      const at = Number(kept.headers.get(AT))
      tell(since === null ? at : Math.min(since, at))
      return kept
    }
  }
}

/** Whoever signs in next on this device reads nothing of who was here. */
export function forgetKept() {
  if ('caches' in window) void caches.delete(STORE).catch(() => undefined)
}

async function keep(init: RequestInit | undefined, body: string) {
  const store = await caches.open(STORE)
  const headers = {'content-type': 'application/json', [AT]: String(Date.now())}
  await store.put(nameOf(init), new Response(body, {headers}))
  puts += 1
  if (puts % 20) return
  const names = await store.keys()
  await Promise.all(names.slice(0, Math.max(0, names.length - MOST)).map((name) => store.delete(name)))
}

async function recall(init: RequestInit | undefined) {
  if (!('caches' in window)) return undefined
  return caches.open(STORE).then(
    (store) => store.match(nameOf(init)),
    () => undefined,
  )
}

/** A question is its document's digest and its variables, in one text. */
function nameOf(init: RequestInit | undefined): string {
  return `/kept?${encodeURIComponent(typeof init?.body === 'string' ? init.body : '')}`
}

function tell(now: number | null) {
  if (now === since) return
  since = now
  for (const listener of listeners) listener()
}
