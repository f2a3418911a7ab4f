/** What stands in an address under a name, as text; what is empty or makes no sense is left out. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A calendar day that there is, as YYYY-MM-DD. */
export function dayIn(value: unknown): string | undefined {
  const text = textIn(value)
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) return undefined
  return new Date(text).toISOString().startsWith(text) ? text : undefined
}
