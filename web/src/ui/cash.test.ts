import {expect, test} from 'vitest'
import {addCash, compareDecimals} from './cash'

test('sums stay exact and keep their currency', () => {
  const usd = (amount: string, count: number) => ({sum: {amount, currency: 'USD'}, count, unrated: 0})
  const total = (amount: string) => ({amount, currency: 'ILS'})
  const ils = (amount: string, count: number) => ({sum: total(amount), count, unrated: 0})
  const before = {total: total('7.60'), parts: [ils('0.10', 1), usd('2.00', 1)]}
  expect(addCash(before, {amount: '0.2', currency: 'ILS'}, 1)).toEqual({
    total: total('7.80'),
    parts: [ils('0.30', 2), usd('2.00', 1)],
  })
  expect(addCash(before, {amount: '2', currency: 'USD'}, -1)).toEqual({
    total: total('7.60'),
    parts: [ils('0.10', 1), usd('0.00', 0)],
  })
  expect(addCash(before, null, 1)).toBe(before)
})

test('decimals are compared by value', () => {
  expect(compareDecimals('10', '9.99')).toBe(1)
  expect(compareDecimals('1.0', '1')).toBe(0)
  expect(compareDecimals('0.1', '0.11')).toBe(-1)
})
