import {expect, test} from 'vitest'
import {phaseOf, readForecast, spanOf, stepFrom} from './view'

const TODAY = '2026-11-29'

test('an address without a day is of the running period', () => {
  expect(spanOf({}, TODAY)).toEqual({period: 'MONTH', startsOn: '2026-11-01', endsOn: '2026-11-30'})
  expect(spanOf({period: 'quarter'}, TODAY)).toEqual({
    period: 'QUARTER',
    startsOn: '2026-10-01',
    endsOn: '2026-12-31',
  })
  expect(spanOf({on: '2028-02-17'}, TODAY).endsOn).toBe('2028-02-29')
})

test('quarters follow the company’s year', () => {
  const of = (fiscal: number) => spanOf({period: 'quarter'}, TODAY, fiscal).startsOn
  expect([of(1), of(4), of(9), of(12)]).toEqual(['2026-10-01', '2026-10-01', '2026-09-01', '2026-09-01'])
  expect(of(2)).toBe('2026-11-01')
  expect(spanOf({period: 'quarter', on: '2026-01-05'}, TODAY, 3).startsOn).toBe('2025-12-01')
})

test('a step leads over the year and back to an address without a day', () => {
  expect(stepFrom({}, 1, TODAY)).toEqual({on: '2026-12-01'})
  expect(stepFrom({on: '2026-12-01'}, 1, TODAY)).toEqual({on: '2027-01-01'})
  expect(stepFrom({on: '2026-12-01'}, -1, TODAY)).toEqual({period: undefined})
  expect(stepFrom({period: 'quarter'}, 1, TODAY)).toEqual({period: 'quarter', on: '2027-01-01'})
})

test('a period is over, running or to come', () => {
  const of = (on: string) => phaseOf(spanOf({on}, TODAY), TODAY)
  expect([of('2026-10-31'), of('2026-11-01'), of('2026-12-01')]).toEqual(['over', 'running', 'coming'])
})

test('what makes no sense in an address is left out', () => {
  expect(readForecast({period: 'week', on: '2026-02-31'})).toEqual({})
  expect(readForecast({period: 'quarter', on: '2026-02-03'})).toEqual({period: 'quarter', on: '2026-02-03'})
})
