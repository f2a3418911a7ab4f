import type {Cash} from './formats'

/** A sum in the company's currency, and its parts in the currencies that it is made of. */
interface Total {
  total: Cash
  parts: readonly {sum: Cash; count: number; unrated: number}[]
}

/**
 * Adds `by` times `change`, exactly. An amount in another currency changes its part only: what it is worth in the
 * company's the server says.
 */
export function addCash<T extends Total>(to: T, change: Cash | null | undefined, by: 1 | -1): T {
  if (!change) return to
  const own = change.currency === to.total.currency
  const total = own ? {...to.total, amount: add(to.total.amount, change.amount, by)} : to.total
  const parts = to.parts.map((part) =>
    part.sum.currency === change.currency
      ? {...part, count: part.count + by, sum: {...part.sum, amount: add(part.sum.amount, change.amount, by)}}
      : part,
  )
  return {...to, total, parts}
}

/** Compares two exact decimals: -1, 0 or 1. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = align(a, b)
  return left === right ? 0 : left < right ? -1 : 1
}

/** So many of what costs so much, rounded half up to the cent as the server does. */
export function times({amount, currency}: Cash, quantity: string): Cash {
  const scale = places(amount) + places(quantity)
  const exact = units(amount, places(amount)) * units(quantity, places(quantity)) * 100n
  const one = 10n ** BigInt(scale)
  return {currency, amount: write((exact + one / 2n) / one, 2)}
}

/** One sum for each currency, in the order in which they come. */
export function sumsOf(parts: readonly Cash[]): Cash[] {
  const sums = new Map<string, string>()
  for (const {amount, currency} of parts) sums.set(currency, add(sums.get(currency) ?? '0.00', amount, 1))
  return [...sums].map(([currency, amount]) => ({amount, currency}))
}

export const sameCash = (a: Cash | null | undefined, b: Cash | null | undefined) =>
  a?.amount === b?.amount && a?.currency === b?.currency

function add(a: string, b: string, by: 1 | -1): string {
  const [left, right, scale] = align(a, b)
  return write(left + BigInt(by) * right, scale)
}

function align(a: string, b: string): [bigint, bigint, number] {
  const scale = Math.max(places(a), places(b))
  return [units(a, scale), units(b, scale), scale]
}

const places = (text: string) => (text.split('.')[1] ?? '').length

function units(text: string, scale: number): bigint {
  const [whole = '0', part = ''] = text.split('.')
  return BigInt(whole + part.padEnd(scale, '0'))
}

function write(value: bigint, scale: number): string {
  if (scale === 0) return value.toString()
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
