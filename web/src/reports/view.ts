import type {Period} from '../gql/graphql'

/** What the address says about the home page. */
export interface HomeView {
  /** Himself, where a member's role shows others too. */
  whose?: 'mine'
  team?: string
  period?: 'quarter' | 'custom'
  /** Of a period of one's own: days, YYYY-MM-DD. */
  from?: string
  to?: string
}

export interface Days {
  since: string
  until: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readHome(raw: Record<string, unknown>): HomeView {
  const view: HomeView = {}
  if (raw.whose === 'mine') view.whose = 'mine'
  if (typeof raw.team === 'string' && raw.team) view.team = raw.team
  if (raw.period === 'quarter' || raw.period === 'custom') view.period = raw.period
  for (const end of ['from', 'to'] as const) {
    const day = raw[end]
    if (typeof day === 'string' && DAY.test(day) && !Number.isNaN(Date.parse(day))) view[end] = day
  }
  return view
}

export const periodOf = ({period}: HomeView): Period => (period === 'quarter' ? 'QUARTER' : 'MONTH')

/** The days that the address names: from the first of the month or the quarter until today, or its own. */
export function daysOf(view: HomeView, today: string): Days {
  if (view.period === 'custom') {
    const [since, until] = [view.from ?? `${today.slice(0, 7)}-01`, view.to ?? today]
    return since <= until ? {since, until} : {since: until, until: since}
  }
  const month = Number(today.slice(5, 7))
  const first = view.period === 'quarter' ? month - ((month - 1) % 3) : month
  return {since: `${today.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, until: today}
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
