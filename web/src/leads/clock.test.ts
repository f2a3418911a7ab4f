import {describe, expect, it} from 'vitest'
import {standingOf} from './clock'

const received = '2026-11-29T08:00:00Z'
const at = (minutes: number) => Date.parse(received) + minutes * 60_000
const lead = {status: 'NEW', receivedAt: received}

describe('how long a lead has waited', () => {
  it('grows more urgent until somebody has tried, and then less', () => {
    expect(standingOf(lead, at(2))).toEqual({is: 'waiting', seconds: 120, tone: 'good'})
    expect(standingOf(lead, at(20))).toMatchObject({is: 'waiting', tone: 'warn'})
    expect(standingOf(lead, at(90))).toMatchObject({is: 'waiting', tone: 'bad'})
    expect(standingOf({...lead, firstAttempt: {wallSeconds: 60}}, at(90))).toMatchObject({is: 'tried', tone: 'warn'})
  })

  it('ends with the first contact, and where nobody is to be answered any more', () => {
    const reached = {...lead, firstAttempt: {wallSeconds: 60}, firstContact: {wallSeconds: 300}}
    expect(standingOf(reached, at(90))).toEqual({is: 'reached', seconds: 300})
    expect(standingOf({...lead, status: 'UNFIT'}, at(90))).toEqual({is: 'closed'})
  })

  it('has not begun before it came in, whatever this clock says', () => {
    expect(standingOf(lead, at(-3))).toMatchObject({seconds: 0})
  })
})
