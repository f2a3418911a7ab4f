import {expect, test} from 'vitest'
import {placeOf, type Sorted} from './order'

const deal = (change: Partial<Sorted>): Sorted => ({
  name: 'x',
  amount: null,
  closedOn: null,
  expectedCloseOn: null,
  stageEnteredAt: null,
  ...change,
})

test('a card finds its place by the order of the column', () => {
  const column = [deal({expectedCloseOn: '2026-01-01'}), deal({expectedCloseOn: '2026-03-01'}), deal({})]
  const order = [{closedOn: 'DESC' as const}, {expectedCloseOn: 'ASC' as const}]
  expect(placeOf(deal({expectedCloseOn: '2026-02-01'}), column, order)).toBe(1)
  expect(placeOf(deal({expectedCloseOn: '2027-01-01'}), column, order)).toBe(2)
  expect(placeOf(deal({}), column, order)).toBe(2)
  expect(placeOf(deal({closedOn: '2026-01-01'}), column, order)).toBe(0)
})

test('amounts are compared as numbers', () => {
  const column = [deal({amount: '100.00'}), deal({amount: '20.00'})]
  expect(placeOf(deal({amount: '99'}), column, [{amount: 'DESC'}])).toBe(1)
})
