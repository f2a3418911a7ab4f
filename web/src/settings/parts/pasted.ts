export interface PastedDay {
  fallsOn: string
  name: string
}

/** Lines such as `2026-05-12 Independence Day`; `bad` is the first that is none. Null where no list was pasted. */
export function pastedDays(text: string): {days: PastedDay[]; bad?: string} | null {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const days = lines.map(readLine)
  const known = days.flatMap((day) => day ?? [])
  if (lines.length < 2 || !known.length) return null
  const bad = lines[days.indexOf(null)]
  return bad === undefined ? {days: known} : {days: [], bad}
}

function readLine(line: string): PastedDay | null {
  const [, fallsOn, name] = /^(\d{4}-\d{2}-\d{2})[\s,;]+(.+)$/.exec(line) ?? []
  return fallsOn && name && isDay(fallsOn) ? {fallsOn, name} : null
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
