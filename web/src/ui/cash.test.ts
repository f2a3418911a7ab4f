import {expect, test} from 'vitest'
import {addCash, compareDecimals, sameCash, sumsOf, times} from './cash'

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

test('so many times a price is rounded half up to the cent, however long the numbers are', () => {
  const eur = (amount: string) => ({amount, currency: 'EUR'})
  expect(times(eur('4821.00'), '2')).toEqual(eur('9642.00'))
  expect(times(eur('0.33'), '1.5')).toEqual(eur('0.50')) // 0.495
  expect(times(eur('0.99'), '0.5')).toEqual(eur('0.50')) // 0.495
  expect(times(eur('0.01'), '0.49')).toEqual(eur('0.00'))
  expect(times(eur('123456789012.34'), '999999999999.99')).toEqual(eur('123456789012338765432109.88'))
})

test('there is one sum for each currency', () => {
  const parts = [
    {amount: '10', currency: 'EUR'},
    {amount: '2.50', currency: 'USD'},
    {amount: '0.01', currency: 'EUR'},
  ]
  expect(sumsOf(parts)).toEqual([
    {amount: '10.01', currency: 'EUR'},
    {amount: '2.50', currency: 'USD'},
  ])
  expect(sumsOf([])).toEqual([])
})

test('an amount is another one also where only its currency is', () => {
  const one = {amount: '10.00', currency: 'EUR'}
  expect([sameCash(one, {...one}), sameCash(one, {...one, currency: 'USD'}), sameCash(one, null)]).toEqual([
    true,
    false,
    false,
  ])
  expect(sameCash(null, undefined)).toBe(true)
})
