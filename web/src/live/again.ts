import type {Client} from 'urql'
import type {ChangesSubscription} from '../gql/graphql'
import {tellChanged} from '../ui/live'
import {own, read, sending, shown, turn} from './shown'
import {isBell, isSlow, isTouched, type Told} from './touch'

const BEAT = 15
/** One question is not asked more often than this because of others; one that is worked out from many records, than this. */
const PACE = 1_000
const SLOW = 5_000
/** Our own change comes first, and what is being carried stays where it is; but not for ever. */
const PATIENCE = 20_000
const LOST = 15_000
const [takes, lets] = [
  ['dragstart', 'touchstart'],
  ['dragend', 'drop', 'touchend', 'touchcancel'],
]
const PASSIVE = {capture: true, passive: true}

export interface Again {
  hear: (changes: ChangesSubscription['changes']) => void
  /** Anything may have changed. */
  all: () => void
  stop: () => void
}

/** Reads again what is on the screen and touched by what others change: once for many changes, and nothing else. */
export function readAgain(client: Client, me: string): Again {
  let told = nothing()
  let waitingSince = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let carrying = false

  const soon = (wait: number) => {
    timer ??= setTimeout(look, wait)
  }
  const look = () => {
    timer = undefined
    waitingSince ||= Date.now()
    const held = carrying || sending.size > 0 || document.querySelector('[data-held]') !== null
    if (held && Date.now() - waitingSince < PATIENCE) {
      soon(60)
      return
    }
    waitingSince = 0
    const changes = told
    told = nothing()
    for (const one of shown.values()) {
      const {query, context} = one.operation
      if (!context.still && isTouched({query, data: one.data}, changes)) one.due = true
    }
    if (ask()) soon(200)
  }
  /** Whether something is left to ask. */
  const ask = () => {
    let left = false
    for (const one of shown.values()) {
      if (!one.due || (document.visibilityState === 'hidden' && !isBell(one.operation.query))) continue
      const since = Date.now() - one.readAt
      if (since < (isSlow(one.operation.query) ? SLOW : PACE) || (one.reading && since < LOST)) left = true
      else read(client, one)
    }
    return left
  }
  const carry = ({type}: Event) => {
    carrying = takes.includes(type)
  }
  const back = () => soon(BEAT)
  for (const type of [...takes, ...lets]) addEventListener(type, carry, PASSIVE)
  document.addEventListener('visibilitychange', back)
  return {
    hear: ({stale, records}) => {
      for (const type of stale) {
        told.types.add(type)
        told.stale.add(type)
      }
      for (const {id, type, by, node} of records) {
        const mine = by !== null && 'id' in by && by.id === me
        if (by && 'name' in by && !mine) tellChanged(id, by.name)
        if (mine && node && 'version' in node && own.get(id) === node.version) continue
        told.types.add(type)
        told.ids.add(id)
        // What is planned on a deal, or not any more, may be its next step.
        if (node && 'deal' in node && node.deal) told.ids.add(node.deal.id)
      }
      turn()
      // Of much that changed at once everybody is told: not all ask in the same moment.
      soon(stale.length ? Math.random() * 500 : BEAT)
    },
    all: () => {
      turn()
      for (const one of shown.values()) if (!one.operation.context.still) one.due = true
      soon(BEAT)
    },
    stop: () => {
      clearTimeout(timer)
      for (const type of [...takes, ...lets]) removeEventListener(type, carry, PASSIVE)
      document.removeEventListener('visibilitychange', back)
    },
  }
}

function nothing(): Told {
  return {types: new Set(), ids: new Set(), stale: new Set()}
}
