import type {Cash} from './formats'

/** Adds `by` times `change` to the sum of its currency, exactly. */
export function addCash(sums: readonly Cash[], change: Cash | null | undefined, by: 1 | -1): Cash[] {
  if (!change) return [...sums]
  const known = sums.some((sum) => sum.currency === change.currency)
  const all = known ? sums : [...sums, {amount: '0', currency: change.currency}]
  return all.map((sum) =>
    sum.currency === change.currency ? {...sum, amount: add(sum.amount, change.amount, by)} : {...sum},
  )
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
