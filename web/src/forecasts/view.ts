import type {Period} from '../gql/graphql'
import {dayIn} from '../ui/address'

/** What the address says about the page: the running month where it says nothing. */
export interface ForecastView {
  period?: 'quarter'
  /** The first day of another period. */
  on?: string
}

export interface Span {
  period: Period
  startsOn: string
  endsOn: string
}

/** Where the period lies, seen from today. */
export type Phase = 'over' | 'running' | 'coming'

export function readForecast(raw: Record<string, unknown>): ForecastView {
  const view: ForecastView = {}
  if (raw.period === 'quarter') view.period = 'quarter'
  const day = dayIn(raw.on)
  if (day && day >= '1900' && day < '2199') view.on = day
  return view
}

/** The month or quarter of the address; the company's year begins with the month `fiscal`, from 1. */
export function spanOf(view: ForecastView, today: string, fiscal = 1): Span {
  const day = view.on ?? today
  const length = view.period ? 3 : 1
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1]
  const first = month - ((month + 13 - fiscal) % length)
  return {
    period: view.period ? 'QUARTER' : 'MONTH',
    startsOn: isoDay(year, first, 1),
    endsOn: isoDay(year, first + length, 0),
  }
}

/** The period before, or after; the running one needs no day in the address. */
export function stepFrom(view: ForecastView, step: 1 | -1, today: string, fiscal = 1): ForecastView {
  const {startsOn} = spanOf(view, today, fiscal)
  const length = view.period ? 3 : 1
  const [year, month] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7)) - 1]
  const on = isoDay(year, month + step * length, 1)
  return on === spanOf({period: view.period}, today, fiscal).startsOn
    ? {period: view.period}
    : {period: view.period, on}
}

export function phaseOf({startsOn, endsOn}: Pick<Span, 'startsOn' | 'endsOn'>, today: string): Phase {
  if (endsOn < today) return 'over'
  return startsOn > today ? 'coming' : 'running'
}

const isoDay = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** Under so many closed deals a share is hardly known. */
export const FEW = 30
