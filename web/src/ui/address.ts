/** What stands in an address under a name, as text; what is empty or makes no sense is left out. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** `-name` is the last first; an order that is not known is the first of those there are. */
export function readSort<By extends string>(sort: string | undefined, known: readonly By[], plain: By, down = false) {
  const by = known.find((name) => name === sort?.replace(/^-/, ''))
  return by ? {by, down: sort?.startsWith('-') ?? false} : {by: plain, down}
}
