import {useSyncExternalStore} from 'react'

/** How long somebody may wait before it is told in another tone, in seconds. */
export const SOON = 5 * 60
export const LATE = 60 * 60
const STEP = 15_000

export interface Clocked {
  status: string
  receivedAt: string
  firstAttempt?: {wallSeconds: number} | null
  firstContact?: {wallSeconds: number} | null
  escalation?: {wallSeconds: number} | null
}

export type Standing =
  | {is: 'reached'; seconds: number}
  | {is: 'tried' | 'waiting'; seconds: number; tone: 'good' | 'warn' | 'bad'}
  | {is: 'closed'}

/** Whether a lead has had its answer, and how long that took or has been taking until `now`. */
export function standingOf(lead: Clocked, now: number): Standing {
  const {status, receivedAt, firstAttempt, firstContact} = lead
  if (firstContact) return {is: 'reached', seconds: firstContact.wallSeconds}
  if (status === 'CONVERTED' || status === 'UNFIT') return {is: 'closed'}
  const seconds = Math.max(0, (now - Date.parse(receivedAt)) / 1000)
  if (firstAttempt) return {is: 'tried', seconds, tone: seconds < LATE ? 'good' : 'warn'}
  return {is: 'waiting', seconds, tone: seconds < SOON ? 'good' : seconds < LATE ? 'warn' : 'bad'}
}

/** From this part of the time on that may pass before a manager is told, that moment is near. */
const NEAR = 0.8

/** How far a lead has come towards the moment at which a manager is told of it, from 0 to 1; nothing where nobody is. */
export function towardsEscalation(
  {waits, businessSeconds, escalatesAfter}: {waits: boolean; businessSeconds: number; escalatesAfter: number | null},
  {firstAttempt, escalation}: Pick<Clocked, 'firstAttempt' | 'escalation'>,
): {part: number; near: boolean} | null {
  if (!waits) return null
  if (escalation) return {part: 1, near: true}
  if (firstAttempt || !escalatesAfter) return null
  const part = Math.min(1, businessSeconds / escalatesAfter)
  return {part, near: part >= NEAR}
}

let now = Date.now()
let timer: number | undefined
const listeners = new Set<() => void>()

function watch(changed: () => void) {
  listeners.add(changed)
  timer ??= window.setInterval(() => {
    if (document.visibilityState === 'hidden') return
    now = Date.now()
    for (const listener of listeners) listener()
  }, STEP)
  return () => {
    listeners.delete(changed)
    if (listeners.size) return
    clearInterval(timer)
    timer = undefined
  }
}

function read() {
  if (timer === undefined) now = Date.now()
  return now
}

/** The time, four times a minute: one clock for all that wait on a page. */
export const useNow = () => useSyncExternalStore(watch, read)
