import type {View} from '../deals'
import {dealsOf, type Whose} from '../reports'
import type {Target} from '../ui/to'
import type {Phase, Span} from './view'

/** The lists behind the numbers of one period. */
export function listsOf({startsOn, endsOn}: Span, phase: Phase, today: string) {
  const whole = {from: startsOn, to: endsOn}
  // What is overdue is due in the running period, so that one has no beginning.
  const due: View = phase === 'coming' ? whole : {to: endsOn}
  return {
    won: (whose: Whose = {}): Target => dealsOf(whose, {status: 'WON', ...whole}),
    open: (whose: Whose = {}, more: View = {}): Target => dealsOf(whose, {status: 'OPEN', ...due, ...more}),
    overdue: dealsOf({}, {status: 'OPEN', to: dayBefore(today)}),
    undated: dealsOf({}, {status: 'OPEN', undated: '1'}),
    unpriced: dealsOf({}, {status: 'OPEN', ...due, unpriced: '1'}),
  }
}

export type Lists = ReturnType<typeof listsOf>

/** Deals that ever entered the stage, by what became of them. */
export const enteredOf = (stage: string, status: View['status']): Target => dealsOf({}, {entered: stage, status})

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
