/** Days are YYYY-MM-DD; weekdays are those of ISO 8601, 1 is Monday. Minutes are those of the wall clock since 1970. */
export const DAY = 24 * 60
const MS = DAY * 60_000

export const plus = (day: string, days: number) => new Date(Date.parse(day) + days * MS).toISOString().slice(0, 10)

export const apart = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / MS)

export const weekdayOf = (day: string) => new Date(day).getUTCDay() || 7

export const midnight = (day: string) => Date.parse(day) / 60_000

export const dayAt = (wall: number) => new Date(wall * 60_000).toISOString().slice(0, 10)

/** A month later, on its last day where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  const first = at.toISOString().slice(0, 10)
  const last = Number(plus(monthAfter(first), -1).slice(8))
  return plus(first, Math.min(Number(day.slice(8)), last) - 1)
}

export function weekOf(day: string, start: number): string[] {
  const first = plus(day, -((weekdayOf(day) - start + 7) % 7))
  return Array.from({length: 7}, (_, index) => plus(first, index))
}

/** Whole weeks, so that every day of the month is in one. */
export function monthOf(day: string, start: number): string[] {
  const first = `${day.slice(0, 7)}-01`
  const last = plus(monthAfter(first), -1)
  const [begins = first] = weekOf(first, start)
  const ends = weekOf(last, start)[6] ?? last
  return Array.from({length: apart(begins, ends) + 1}, (_, index) => plus(begins, index))
}

/** The two days before a week starts are those that people rest on. */
export const isRest = (day: string, start: number) => (weekdayOf(day) - start + 7) % 7 >= 5

function monthAfter(first: string): string {
  return `${plus(first, 31).slice(0, 7)}-01`
}
