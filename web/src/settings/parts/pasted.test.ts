import {expect, test} from 'vitest'
import {pastedDays} from './pasted'

test('a list is read line by line', () => {
  expect(pastedDays('2026-05-12 One\n\n 2026-05-13;\tTwo, half \r\n')).toEqual({
    days: [
      {fallsOn: '2026-05-12', name: 'One'},
      {fallsOn: '2026-05-13', name: 'Two, half'},
    ],
  })
})

test('a line that names no day is told, and nothing else is taken', () => {
  expect(pastedDays('2026-05-12 One\n2026-02-30 Two\nThree')).toEqual({days: [], bad: '2026-02-30 Two'})
  expect(pastedDays('Holidays\n2026-05-12 One')).toEqual({days: [], bad: 'Holidays'})
})

test('other text is no list', () => {
  expect(pastedDays('2026-05-12 One')).toBeNull()
  expect(pastedDays('New\nYear')).toBeNull()
})
