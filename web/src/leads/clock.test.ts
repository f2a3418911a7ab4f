import {describe, expect, it} from 'vitest'
import {standingOf, towardsEscalation} from './clock'

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

describe('how near a manager is to be told', () => {
  const wait = {waits: true, businessSeconds: 1800, escalatesAfter: 3600}

  it('is a part of the working time that may pass, near in the last fifth of it', () => {
    expect(towardsEscalation(wait, {})).toEqual({part: 0.5, near: false})
    expect(towardsEscalation({...wait, businessSeconds: 2880}, {})).toEqual({part: 0.8, near: true})
    expect(towardsEscalation({...wait, businessSeconds: 9000}, {})).toEqual({part: 1, near: true})
    expect(towardsEscalation(wait, {escalation: {wallSeconds: 3600}})).toEqual({part: 1, near: true})
  })

  it('is nothing where nobody is told, somebody has tried or it waits no more', () => {
    expect(towardsEscalation({...wait, escalatesAfter: null}, {})).toBeNull()
    expect(towardsEscalation(wait, {firstAttempt: {wallSeconds: 60}})).toBeNull()
    expect(towardsEscalation({...wait, waits: false}, {escalation: {wallSeconds: 3600}})).toBeNull()
  })
})
