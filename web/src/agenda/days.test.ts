import {expect, test} from 'vitest'
import {apart, isRest, monthOf, monthsLater, weekOf} from './days'
import {inLanes} from './lanes'

test('a week starts on the company’s day', () => {
  expect(weekOf('2026-11-28', 7)[0]).toBe('2026-11-22')
  expect(weekOf('2026-11-28', 1)).toEqual([23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${String(day)}`))
  expect(weekOf('2026-11-22', 7)[0]).toBe('2026-11-22')
})

test('a month is whole weeks', () => {
  const days = monthOf('2026-02-15', 7)
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-02-01', '2026-02-28', 28])
  expect(monthOf('2026-08-31', 7).length).toBe(42)
  expect(apart('2026-03-27', '2026-03-29')).toBe(2)
})

test('a month later is its last day where it is shorter', () => {
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsLater('2026-03-31', -1)).toBe('2026-02-28')
  expect(monthsLater('2026-12-05', 1)).toBe('2027-01-05')
})

test('people rest on the two days before the week starts', () => {
  expect(weekOf('2026-11-28', 7).filter((day) => isRest(day, 7))).toEqual(['2026-11-27', '2026-11-28'])
  expect(weekOf('2026-11-28', 1).filter((day) => isRest(day, 1))).toEqual(['2026-11-28', '2026-11-29'])
})

test('what overlaps stands side by side, what does not takes the whole width', () => {
  const at = (start: number, end: number) => ({start, end})
  const placed = inLanes([at(60, 120), at(0, 60), at(70, 90), at(90, 130), at(200, 210)])
  expect(placed.map(({item, lane, lanes}) => [item.start, lane, lanes])).toEqual([
    [0, 0, 1],
    [60, 0, 2],
    [70, 1, 2],
    [90, 1, 2],
    [200, 0, 1],
  ])
})
