import type {DealLineInput, DealLinesFragment} from '../gql/graphql'
import {times} from '../ui/cash'
import type {Cash} from '../ui/formats'

/** A line as it is being written; `key` is its own, as one product may stand in several. */
export interface Line {
  key: string
  product: {id: string; name: string}
  quantity: string
  price: string
  currency: string
}

/** As they stand. */
export const linesOf = (deal: DealLinesFragment, own: string): Line[] =>
  deal.products.nodes.map(({id, product, quantity, unitPrice}) => ({
    key: id,
    product: {id: product.id, name: product.name},
    quantity: plain(quantity),
    price: plain(unitPrice?.amount ?? ''),
    currency: unitPrice?.currency ?? own,
  }))

/** One of a product, at its list price. */
export const lineFor = (product: {id: string; name: string; price?: Cash | null}, own: string): Line => ({
  key: crypto.randomUUID(),
  product: {id: product.id, name: product.name},
  quantity: '1',
  price: plain(product.price?.amount ?? '0'),
  currency: product.price?.currency ?? own,
})

export const inputsOf = (lines: readonly Line[]): DealLineInput[] =>
  lines.map(({product, quantity, price, currency}) => ({
    productId: product.id,
    quantity: decimal(quantity) ?? quantity,
    unitPrice: {amount: decimal(price) ?? price, currency},
  }))

/** Which of its numbers the server would refuse. */
export function wrongIn({quantity, price}: Line): 'quantity' | 'price' | null {
  const many = decimal(quantity)
  if (many === null || !/[1-9]/.test(many)) return 'quantity'
  return decimal(price) === null ? 'price' : null
}

/** What a line comes to; nothing while one of its numbers is none. */
export function costOf(line: Line): Cash | null {
  const [quantity, amount] = [decimal(line.quantity), decimal(line.price)]
  return quantity === null || amount === null ? null : times({amount, currency: line.currency}, quantity)
}

/** "4821.00" is typed as 4821. */
const plain = (amount: string) => amount.replace(/\.0+$/, '')

/** With at most two places, after a point or a comma. */
function decimal(typed: string): string | null {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,12}(\.\d{1,2})?$/.test(text) ? text : null
}
