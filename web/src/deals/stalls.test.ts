import {expect, test} from 'vitest'
import {asksWhatIsUsual, isStalled, usualIn} from './stalls'

const DAY = 86_400
const stood = (days: number, status: 'OPEN' | 'WON' = 'OPEN') => ({
  status,
  stageEnteredAt: new Date(Date.UTC(2026, 2, 20) - days * DAY * 1000).toISOString(),
  secondsInStage: days * DAY,
})
const stage = (id: string, kind: 'OPEN' | 'WON', allowedDays: number | null) => ({
  __typename: 'Stage' as const,
  id,
  name: id,
  kind,
  position: 0,
  allowedDays,
})

test('the days of a stage count, and where it says none what is usual', () => {
  expect([6, 8].map((days) => isStalled(stood(days), 7))).toEqual([false, true])
  expect([9, 11].map((days) => isStalled(stood(days), null, '2026-03-10T00:00:00+00:00'))).toEqual([false, true])
  expect(isStalled(stood(9), 7, '2026-03-01T00:00:00Z')).toBe(true)
})

test('nothing is stalled where nothing is known, nor what is closed', () => {
  expect(isStalled(stood(900), null)).toBe(false)
  expect(isStalled(stood(900, 'WON'), 7)).toBe(false)
})

test('what is usual is asked only where an open stage says nothing', () => {
  expect(asksWhatIsUsual([stage('new', 'OPEN', 7), stage('won', 'WON', null)])).toBe(false)
  expect(asksWhatIsUsual([stage('new', 'OPEN', 7), stage('talk', 'OPEN', null)])).toBe(true)
  expect(usualIn([{stage: {id: 'talk'}, enteredBefore: '2026-03-10'}], 'talk')).toBe('2026-03-10')
  expect(usualIn(null, 'talk')).toBeUndefined()
})
