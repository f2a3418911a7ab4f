import type {
  LeadStatus,
  ResponseGroupInput,
  ResponseGrouping,
  ResponseMeasure,
  ResponseState,
  ResponseTimesQuery,
  ResponseTotalFragment,
  ResponseUnit,
  UnfitReason,
} from '../../gql/graphql'
import {dayIn, textIn} from '../../ui/address'
import type {Target} from '../../ui/to'
import {unfitReasons} from '../words'

/** What the address says about the response times. */
export interface TimesView {
  since?: string
  until?: string
  by?: ResponseGrouping
  measure?: ResponseMeasure
  unit?: ResponseUnit
  question?: string
}

/** And about the leads behind one of their numbers. */
export interface BehindView extends TimesView {
  /** The key or the word of a group; empty for those that have none. */
  group?: string
  state?: ResponseState
  over?: number
  within?: number
  /** How they stand now. */
  stands?: Stand
  reason?: UnfitReason
}

const stands = {
  RIPE: ['QUALIFIED', 'CONVERTED'],
  QUALIFIED: ['QUALIFIED'],
  CONVERTED: ['CONVERTED'],
  OPEN: ['NEW', 'WORKING'],
  UNFIT: ['UNFIT'],
} as const satisfies Record<string, LeadStatus[]>
export type Stand = keyof typeof stands
export const statusesOf = (stand: Stand | undefined): LeadStatus[] | null => (stand ? [...stands[stand]] : null)

export type Group = NonNullable<ResponseTimesQuery['responseTimes']>['groups'][number]

const groupings = ['SOURCE', 'CHANNEL', 'CAMPAIGN', 'MEMBER', 'TEAM', 'ANSWER', 'WEEK'] as const
const DAY = 86_400_000
const BACK = 30

export function readTimes(raw: Record<string, unknown>): TimesView {
  const view: TimesView = {
    since: dayIn(raw.since),
    until: dayIn(raw.until),
    by: groupings.find((one) => one === raw.by),
    measure: raw.measure === 'ATTEMPT' ? 'ATTEMPT' : undefined,
    unit: raw.unit === 'BUSINESS' ? 'BUSINESS' : undefined,
    question: textIn(raw.question),
  }
  return bare(view)
}

export function readBehind(raw: Record<string, unknown>): BehindView {
  const seconds = (said: unknown) => (Number.isInteger(Number(said ?? NaN)) ? Number(said) : undefined)
  return bare({
    ...readTimes(raw),
    group: raw.group === '' ? '' : textIn(raw.group),
    state: (['ANSWERED', 'WAITING', 'CLOSED'] as const).find((one) => one === raw.state),
    over: seconds(raw.over),
    within: seconds(raw.within),
    stands: (Object.keys(stands) as Stand[]).find((one) => one === raw.stands),
    reason: unfitReasons.find((one) => one === raw.reason),
  })
}

const bare = <View extends object>(view: View) =>
  Object.fromEntries(Object.entries(view).filter(([, said]) => said !== undefined)) as View

export const daysBack = (today: string, days: number) =>
  new Date(Date.parse(today) - (days - 1) * DAY).toISOString().slice(0, 10)

/** What is asked where the address says nothing: the last thirty days by source, until the first contact. */
export function askedOf(view: TimesView, today: string) {
  const until = view.until ?? today
  const since = view.since ?? daysBack(until, BACK)
  return {
    since: since <= until ? since : until,
    until: since <= until ? until : since,
    by: view.by ?? ('SOURCE' as const),
    measure: view.measure ?? ('CONTACT' as const),
    question: view.question ?? null,
  }
}

/** What a group is of; an answer names those that it knows. */
export interface Named {
  source?: {id: string; name: string} | null
  member?: {id: string; name: string} | null
  team?: {id: string; name: string} | null
  word: string | null
}

export const groupOf = ({source, member, team, word}: Named) => source?.id ?? member?.id ?? team?.id ?? word ?? ''

/** A group as the server is asked for it. */
export function groupInput({by, group}: BehindView): ResponseGroupInput | null {
  if (group === undefined) return null
  const said = group || null
  if (by === 'MEMBER') return {memberId: said}
  if (by === 'TEAM') return {teamId: said}
  return by === undefined || by === 'SOURCE' ? {sourceId: said} : {word: said}
}

export function behind(view: TimesView, more: Omit<BehindView, keyof TimesView>): Target {
  return {to: '/leads/times/behind', search: {...view, ...more}}
}

export const spanOf = (total: ResponseTotalFragment, unit: ResponseUnit | undefined) =>
  unit === 'BUSINESS' ? total.business : total.wall

export interface Part {
  key: string
  tone: number
  leads: number
  search: Omit<BehindView, keyof TimesView>
}

const bounds = [
  {key: 'minutes', tone: 7, over: undefined, within: 300},
  {key: 'hour', tone: 2, over: 300, within: 3_600},
  {key: 'day', tone: 1, over: 3_600, within: 86_400},
  {key: 'later', tone: 4, over: 86_400, within: undefined},
]

/** What became of the leads, from the fastest answer to none; the server counts finer than is drawn. */
export function partsOf(total: ResponseTotalFragment, unit: ResponseUnit | undefined): Part[] {
  const {slices} = spanOf(total, unit)
  const answered = bounds.map(({over, within, ...rest}) => {
    const inside = slices.filter(
      (one) => (one.over ?? 0) >= (over ?? 0) && (one.within ?? Infinity) <= (within ?? Infinity),
    )
    return {...rest, leads: inside.reduce((sum, {leads}) => sum + leads, 0), search: bare({over, within})}
  })
  const closed = total.leads - total.answered - total.waiting
  return [
    ...answered,
    {key: 'waiting', tone: 8, leads: total.waiting, search: {state: 'WAITING'}},
    {key: 'closed', tone: 6, leads: closed, search: {state: 'CLOSED'}},
  ]
}
