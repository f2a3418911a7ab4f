import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {setTimeZone} from '../ui/formats'
import {tomorrow} from './tomorrow'

const none = {dueAt: null, startsAt: null, endsAt: null}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function at(now: string, zone: string) {
  vi.setSystemTime(now)
  setTimeZone('UTC')
  setTimeZone(zone)
}

test('what is due on a day is due on the next', () => {
  at('2026-03-05T22:30:00Z', 'Asia/Jerusalem')
  expect(tomorrow(none)).toEqual({dueOn: '2026-03-07'})
})

test('what is due at a time keeps it', () => {
  at('2026-03-05T09:00:00Z', 'Asia/Jerusalem')
  expect(tomorrow({...none, dueAt: '2026-03-02T12:00:00Z'})).toEqual({dueAt: '2026-03-06T12:00:00.000Z'})
})

test('a meeting keeps its time and its length, over midnight too', () => {
  at('2026-03-05T09:00:00Z', 'Asia/Jerusalem')
  const late = {...none, startsAt: '2026-03-05T21:00:00Z', endsAt: '2026-03-05T23:30:00Z'}
  expect(tomorrow(late)).toEqual({startsAt: '2026-03-06T21:00:00.000Z', endsAt: '2026-03-06T23:30:00.000Z'})
})

test('a call that only starts is moved by its start', () => {
  at('2026-03-05T09:00:00Z', 'UTC')
  expect(tomorrow({...none, startsAt: '2026-03-05T14:00:00Z'})).toEqual({startsAt: '2026-03-06T14:00:00.000Z'})
})

test('the time is that of the wall clock, and where the clocks skip it the one after', () => {
  at('2026-03-07T12:00:00Z', 'America/New_York')
  expect(tomorrow({...none, dueAt: '2026-03-07T15:00:00Z'})).toEqual({dueAt: '2026-03-08T14:00:00.000Z'})
  expect(tomorrow({...none, dueAt: '2026-03-07T07:30:00Z'})).toEqual({dueAt: '2026-03-08T07:30:00.000Z'})
})
