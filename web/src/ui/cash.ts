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
