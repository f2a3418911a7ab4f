import {expect, test} from 'vitest'
import {missing, never, readRule, ruleOf} from './rule'

const weekly = {...never, every: 'WEEKLY' as const, days: ['WE', 'MO'], interval: '2', until: '2026-12-31'}

test('a rule is written and read back', () => {
  expect(ruleOf(weekly)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261231')
  expect(readRule('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261231')).toEqual({...weekly, days: ['MO', 'WE']})
  expect(ruleOf({...never, every: 'DAILY', ends: 'after', count: '5'})).toBe('FREQ=DAILY;COUNT=5')
  expect(ruleOf(never)).toBeNull()
})

test('a rule that says more than the fields can is left alone', () => {
  expect(readRule('FREQ=MONTHLY;BYDAY=-1FR')).toBeNull()
  expect(readRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')).toBeNull()
})

test('a repeat without an end is not finished', () => {
  expect(missing({...never, every: 'DAILY'}, '2026-03-01')).toBe('until')
  expect(missing({...never, every: 'DAILY', until: '2026-02-28'}, '2026-03-01')).toBe('until')
  expect(missing({...never, every: 'DAILY', ends: 'after', count: '0'}, '2026-03-01')).toBe('count')
  expect(missing({...never, every: 'DAILY', until: '2026-03-05'}, '2026-03-01')).toBeNull()
  expect(missing(never, '2026-03-01')).toBeNull()
})
