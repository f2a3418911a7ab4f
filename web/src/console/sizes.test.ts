import {expect, test} from 'vitest'
import {size} from './sizes'

test('bytes are told in the unit that leaves a number to read', () => {
  expect(size(0, 'en')).toBe('0 byte')
  expect(size(1023, 'en')).toBe('1,023 byte')
  expect(size(1_887_437, 'en')).toBe('1.8 MB')
  expect(size(52_428_800, 'en')).toBe('50 MB')
  expect(size(1024 ** 6, 'en')).toContain('TB')
})

test('an Arabic reader sees the digits of the rest of the page', () => {
  expect(size(1_887_437, 'ar')).toContain('1.8')
})
