import type {MoveActivityInput} from '../gql/graphql'
import {wallText} from '../ui/wall'
import {apart, DAY, midnight} from './days'
import {type Item, mayBeWhole} from './items'

export const STEP = 15

/** What is being carried, stretched or drawn, and where it would be if it was let go. */
export interface Held {
  /** Of the item; nothing while a new one is drawn. */
  key: string | null
  by: 'pointer' | 'keys'
  start: number
  end: number
  whole: boolean
}

/** A place under the pointer: `minute` is of the day, where there are hours; `month` is a day among weeks. */
export interface Spot {
  day: string
  minute: number | null
  month: boolean
}

const snap = (minutes: number) => Math.round(minutes / STEP) * STEP
const wallAt = ({day, minute}: Spot) => midnight(day) + (minute ?? 0)

export function drawn(from: Spot, to: Spot): Held {
  if (from.minute === null || to.minute === null) {
    const start = midnight(from.day)
    return {key: null, by: 'pointer', start, end: start + DAY, whole: true}
  }
  const begins = midnight(from.day) + Math.floor(from.minute / STEP) * STEP
  const other = midnight(from.day) + snap(to.minute)
  const start = Math.min(begins, other)
  return {key: null, by: 'pointer', start, end: Math.max(begins, other, start + STEP), whole: false}
}

export function stretched(item: Item, to: Spot): Held {
  return {...held(item, 'pointer'), end: Math.max(item.start + STEP, snap(wallAt(to)))}
}

/** Where an item goes that was taken at one spot and is over another. */
export function carried(item: Item, from: Spot, to: Spot): Held {
  const still = held(item, 'pointer')
  if (to.minute === null && !to.month && !item.whole && mayBeWhole(item)) {
    const start = midnight(to.day)
    return {...still, start, end: start + DAY, whole: true}
  }
  if (item.whole && to.minute !== null) {
    const start = midnight(to.day) + snap(to.minute)
    return {...still, start, end: start + 2 * STEP, whole: false}
  }
  const days = apart(from.day, to.day) * DAY
  const minutes = from.minute === null || to.minute === null ? 0 : snap(to.minute - from.minute)
  return shifted(still, days + minutes)
}

export const held = ({key, start, end, whole}: Item, by: Held['by']): Held => ({key, by, start, end, whole})

export const shifted = (one: Held, by: number): Held => ({...one, start: one.start + by, end: one.end + by})

/** What is sent for it: the wall clock, so that the server may say that a time does not exist. */
export function whenOf({activity}: Item, {start, end, whole}: Held): Omit<MoveActivityInput, 'id' | 'version'> {
  if (whole) return {dueOn: wallText(start).slice(0, 10)}
  if (activity.startsAt === null) return {dueAt: wallText(start)}
  return {startsAt: wallText(start), ...(activity.endsAt ? {endsAt: wallText(end)} : {})}
}

export const isSame = (item: Item, one: Held) =>
  item.start === one.start && item.end === one.end && item.whole === one.whole
