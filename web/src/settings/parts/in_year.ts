/** The same day of another year; the 29th of February comes on the 28th where there is none, as for the server. */
export function inYear(day: string, year: number): string {
  const same = `${String(year).padStart(4, '0')}${day.slice(4)}`
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? same : same.replace(/-02-29$/, '-02-28')
}
