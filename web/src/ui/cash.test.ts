import {expect, test} from 'vitest'
import {addCash, compareDecimals} from './cash'

test('sums stay exact and keep their currency', () => {
  const sums = [{amount: '0.10', currency: 'USD'}]
  expect(addCash(sums, {amount: '0.2', currency: 'USD'}, 1)).toEqual([{amount: '0.30', currency: 'USD'}])
  expect(addCash(sums, {amount: '1', currency: 'USD'}, -1)).toEqual([{amount: '-0.90', currency: 'USD'}])
  expect(addCash(sums, {amount: '7', currency: 'ILS'}, 1)).toEqual([...sums, {amount: '7', currency: 'ILS'}])
  expect(addCash(sums, null, 1)).toEqual(sums)
})

test('decimals are compared by value', () => {
  expect(compareDecimals('10', '9.99')).toBe(1)
  expect(compareDecimals('1.0', '1')).toBe(0)
  expect(compareDecimals('0.1', '0.11')).toBe(-1)
})
