import type {DealOrder} from '../gql/graphql'
import {compareDecimals} from '../ui/cash'

/** The fields of a deal that a column may be sorted by. */
export interface Sorted {
  name: string | null
  amount: string | null
  closedOn: string | null
  expectedCloseOn: string | null
  stageEnteredAt: string | null
}

/** Where a deal belongs in a sorted column: before the first that comes after it, or at the end. */
export function placeOf(deal: Sorted, column: readonly Sorted[], order: readonly DealOrder[]): number {
  const at = column.findIndex((other) => compare(deal, other, order) <= 0)
  return at < 0 ? column.length : at
}

function compare(a: Sorted, b: Sorted, order: readonly DealOrder[]): number {
  for (const one of order) {
    for (const [field, direction] of Object.entries(one)) {
      const difference = compareField(a, b, field as keyof Sorted, direction === 'DESC')
      if (difference) return difference
    }
  }
  return 0
}

/** What is not known comes last, whichever way the column runs. */
function compareField(a: Sorted, b: Sorted, field: keyof Sorted, down: boolean): number {
  const [left, right] = [a[field], b[field]]
  if (left == null || right == null) return left == null ? (right == null ? 0 : 1) : -1
  const difference = field === 'amount' ? compareDecimals(left, right) : left < right ? -1 : left > right ? 1 : 0
  return down ? -difference : difference
}
