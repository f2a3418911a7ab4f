import {formatsOf, nextDay, startOf} from '../ui/formats'
import type {Places} from './filtering'

const dayOf = (iso: string) => formatsOf('en').dayOf(iso)

/** Days of the member's own zone in which a record was made. */
export const created: Places = {
  since: {at: ['createdAt.gte'], write: startOf, read: dayOf},
  until: {
    at: ['createdAt.lt'],
    write: (day) => startOf(nextDay(day)),
    read: (moment) => dayOf(new Date(Date.parse(moment) - 1).toISOString()),
  },
}

export const whose: Places = {
  owner: {at: ['owner.id.eq']},
  team: {at: ['owner.team.id.eq']},
}
