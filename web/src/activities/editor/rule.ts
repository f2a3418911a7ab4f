/** How something repeats, as its fields hold it. */
export interface Repeating {
  every: '' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: string
  /** Of a week: MO, TU … */
  days: readonly string[]
  ends: 'on' | 'after'
  until: string
  count: string
}

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export const never: Repeating = {every: '', interval: '1', days: [], ends: 'on', until: '', count: '10'}

/** An RRULE; nothing where it does not repeat. */
export function ruleOf({every, interval, days, ends, until, count}: Repeating): string | null {
  if (!every) return null
  const parts = [`FREQ=${every}`]
  if (Number(interval) > 1) parts.push(`INTERVAL=${String(Number(interval))}`)
  const chosen = WEEKDAYS.filter((day) => days.includes(day))
  if (every === 'WEEKLY' && chosen.length) parts.push(`BYDAY=${chosen.join(',')}`)
  parts.push(ends === 'on' ? `UNTIL=${until.replaceAll('-', '')}` : `COUNT=${String(Number(count))}`)
  return parts.join(';')
}

/** What its fields hold of a rule; nothing where the rule says more than they can. */
export function readRule(rule: string): Repeating | null {
  const said = Object.fromEntries(rule.split(';').map((part) => part.split('=') as [string, string]))
  const {FREQ, INTERVAL = '1', BYDAY, UNTIL, COUNT, ...more} = said
  const every = (['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const).find((one) => one === FREQ)
  if (!every || Object.keys(more).some((name) => name !== 'WKST') || (BYDAY && every !== 'WEEKLY')) return null
  const until = UNTIL ? `${UNTIL.slice(0, 4)}-${UNTIL.slice(4, 6)}-${UNTIL.slice(6, 8)}` : ''
  const days = BYDAY ? BYDAY.split(',') : []
  return {every, interval: INTERVAL, days, ends: COUNT ? 'after' : 'on', until, count: COUNT ?? '10'}
}

/** What is still to be said: a repeat has an end. */
export function missing({every, ends, until, count, interval}: Repeating, from: string) {
  if (!every) return null
  if (!(Number(interval) >= 1)) return 'interval'
  if (ends === 'on') return until && until >= from ? null : 'until'
  return Number(count) >= 1 ? null : 'count'
}
