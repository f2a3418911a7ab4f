import {expect, test} from 'vitest'
import {inYear} from './in_year'

test('a day of each year is a day that there is', () => {
  expect(inYear('2024-02-29', 2028)).toBe('2028-02-29')
  expect(inYear('2024-02-29', 2026)).toBe('2026-02-28')
  expect(inYear('2024-05-12', 2026)).toBe('2026-05-12')
})
