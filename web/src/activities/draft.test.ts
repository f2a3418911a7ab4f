import {expect, test} from 'vitest'
import {empty, inputOf, isEndless, later, parted} from './draft'

test('the first line is the subject', () => {
  expect(parted('Call back\nabout the price')).toEqual({subject: 'Call back', body: 'about the price'})
  expect(parted('Call back')).toEqual({subject: 'Call back'})
  const long = 'x'.repeat(300)
  expect(parted(long).subject).toHaveLength(200)
  expect(parted(long).body).toBe(long)
})

test('a meeting ends on the wall clock, over midnight too', () => {
  expect(later('2026-03-01T23:30', 60)).toBe('2026-03-02T00:30')
})

test('each kind is sent with what belongs to it', () => {
  expect(inputOf({...empty('NOTE'), text: ' a '}, 'Note')).toEqual({kind: 'NOTE', subject: 'a', body: 'a'})
  expect(inputOf(empty('CALL'), 'Call')).toMatchObject({subject: 'Call', outcome: 'CONNECTED', done: true})
  expect(inputOf({...empty('TASK'), text: 'Go', on: '2026-03-01', time: '08:00'}, '')).toMatchObject({
    dueAt: '2026-03-01T08:00',
  })
  expect(inputOf({...empty('TASK'), text: 'Go', on: '2026-03-01'}, '')).toMatchObject({dueOn: '2026-03-01'})
})

test('a repeat has an end', () => {
  const task = {...empty('TASK'), text: 'Go', on: '2026-03-01', repeat: 'FREQ=DAILY'}
  expect([isEndless(task), isEndless({...task, until: '2026-02-28'}), isEndless({...task, repeat: ''})]).toEqual([
    true,
    true,
    false,
  ])
  expect(inputOf({...task, until: '2026-03-05'}, '')).toMatchObject({repeat: 'FREQ=DAILY;UNTIL=20260305'})
})
