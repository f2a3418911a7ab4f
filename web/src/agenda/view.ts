import {today} from '../ui/formats'
import {monthOf, monthsLater, plus, weekOf} from './days'

const modes = ['day', 'week', 'month'] as const
export type Mode = (typeof modes)[number]

/** What the address says about a calendar; members are ids with commas between them. */
export interface CalendarView {
  view?: Mode
  on?: string
  with?: string
}

export function readCalendar(raw: Record<string, unknown>): CalendarView {
  const view: CalendarView = {}
  const mode = modes.find((one) => one === raw.view)
  if (mode) view.view = mode
  if (typeof raw.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.on) && isDay(raw.on)) view.on = raw.on
  if (typeof raw.with === 'string' && raw.with) view.with = raw.with
  return view
}

export const peopleOf = (view: CalendarView) => (view.with ? view.with.split(',').filter(Boolean) : [])

/** On a phone there is room for a day, elsewhere for a week. */
export const modeOf = (view: CalendarView): Mode =>
  view.view ?? (matchMedia('(max-width: 720px)').matches ? 'day' : 'week')

export const dayOf = (view: CalendarView) => view.on ?? today()

export function daysOf(mode: Mode, on: string, weekStart: number): string[] {
  if (mode === 'month') return monthOf(on, weekStart)
  return mode === 'week' ? weekOf(on, weekStart) : [on]
}

export function turned(mode: Mode, on: string, by: 1 | -1): string {
  if (mode === 'month') return monthsLater(on, by)
  return plus(on, mode === 'week' ? by * 7 : by)
}

/** Whose day is open. */
export interface TeamView {
  member?: string
}

export const readTeam = (raw: Record<string, unknown>): TeamView =>
  typeof raw.member === 'string' && raw.member ? {member: raw.member} : {}

const isDay = (text: string) => {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}
