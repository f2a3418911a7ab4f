import {createClient} from 'graphql-ws'
import type {Client} from 'urql'
import {ChangesDocument, type ChangesSubscription, MeDocument} from '../gql/graphql'
import {tellHeard, tellLive} from '../ui/live'
import {readAgain} from './again'
import {close} from './shown'

/** The close codes that mean something to a page; see docs/live.md. */
const [UNAUTHENTICATED, ACCESS_CHANGED, LATER] = [4401, 4403, 1013]
const SHORTEST = 1_000
const LONGEST = 60_000
const MUCH_LATER = 10_000
const PULSE = 25_000
const PONG = 10_000
/** A connection that held for this long was a good one. */
const HELD = 10_000
/** A page that nobody looks at lets its connection go. */
const REST = 300_000
/** So long without one is said. */
const SAID = 20_000
/** What the page read so shortly before the connection need not be read again. */
const FRESH = 8_000
const SETTLED = 250

interface Asked {
  client: Client
  /** Who is signed in. */
  me: string
  /** Lets go of all answers that are kept on this device. */
  forget: () => void
}

/** Holds the page's one connection, as long as somebody is there to see what it tells. Returns what ends it. */
export function listen({client, me, forget}: Asked): () => void {
  const again = readAgain(client, me)
  let unsubscribe: (() => void) | null = null
  let tries = 0
  let missed = performance.now() > FRESH
  let connectedAt = 0
  let timers: Partial<Record<'next' | 'pong' | 'said' | 'rest' | 'settled', ReturnType<typeof setTimeout>>> = {}
  const set = (name: keyof typeof timers, wait: number, run: () => void) => {
    clearTimeout(timers[name])
    timers[name] = setTimeout(run, wait)
  }

  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    retryAttempts: 0,
    keepAlive: PULSE,
    on: {
      connected: () => {
        connectedAt = Date.now()
        tellHeard()
        tellLive('on')
        clearTimeout(timers.said)
        if (missed) set('settled', SETTLED, again.all)
        missed = false
      },
      message: tellHeard,
      ping: (received) => {
        if (!received) set('pong', PONG, () => socket.terminate())
      },
      pong: (received) => {
        if (received) clearTimeout(timers.pong)
      },
    },
  })

  const open = () => {
    if (unsubscribe || !navigator.onLine) return
    const hash = (ChangesDocument as {__meta__?: {hash?: string}}).__meta__?.hash
    unsubscribe = socket.subscribe<ChangesSubscription>(
      {query: '', extensions: {persistedQuery: {version: 1, sha256Hash: hash}}},
      {
        next: ({data}) => {
          if (data) again.hear(data.changes)
        },
        error: ended,
        complete: () => ended(null),
      },
    )
  }
  const ended = (why: unknown) => {
    if (!unsubscribe) return
    unsubscribe = null
    const code = (why as {code?: number} | null)?.code
    out()
    tries = connectedAt && Date.now() - connectedAt > HELD ? 0 : tries + 1
    connectedAt = 0
    if (code === ACCESS_CHANGED) {
      close()
      forget()
      again.all()
    }
    // Who is not signed in any more is sent to sign in by the answer.
    if (code === UNAUTHENTICATED) void client.query(MeDocument, {}, {requestPolicy: 'network-only'}).toPromise()
    set('next', pause(code, tries), open)
  }
  const out = () => {
    missed = true
    tellLive('waiting')
    clearTimeout(timers.pong)
    set('said', SAID, () => {
      if (navigator.onLine) tellLive('out')
    })
  }
  const leave = () => {
    const end = unsubscribe
    unsubscribe = null
    clearTimeout(timers.next)
    out()
    if (!end) return
    // Nobody answers a farewell where there is no line: the next connection does not wait for it.
    socket.terminate()
    end()
  }
  const online = () => set('next', Math.random() * SHORTEST, open)
  const looked = () => {
    if (document.visibilityState === 'hidden') set('rest', REST, leave)
    else {
      clearTimeout(timers.rest)
      if (!unsubscribe) set('next', 0, open)
    }
  }
  addEventListener('online', online)
  addEventListener('offline', leave)
  document.addEventListener('visibilitychange', looked)
  set('said', SAID, () => {
    if (navigator.onLine) tellLive('out')
  })
  open()
  return () => {
    removeEventListener('online', online)
    removeEventListener('offline', leave)
    document.removeEventListener('visibilitychange', looked)
    leave()
    again.stop()
    for (const timer of Object.values(timers)) clearTimeout(timer)
    timers = {}
  }
}

/** Twice as long each time, and never for all at the same moment. */
function pause(code: number | undefined, tries: number) {
  const wait = Math.min(LONGEST, SHORTEST * 2 ** tries)
  const least = code === LATER || code === UNAUTHENTICATED ? MUCH_LATER : 0
  return Math.max(least, wait) * (0.5 + Math.random() / 2)
}
