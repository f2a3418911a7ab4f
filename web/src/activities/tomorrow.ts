import type {ActivityRowFragment, MoveActivityInput} from '../gql/graphql'
import {today} from '../ui/formats'
import {instantOf, wallFrom, wallOf, wallText} from '../ui/wall'

type Timed = Pick<ActivityRowFragment, 'dueAt' | 'startsAt' | 'endsAt'>

/** So many days from today. */
export function shifted(days: number): string {
  return new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Where it goes that is put off: what has a time keeps it, what has a length keeps that too. */
export function tomorrow({dueAt, startsAt, endsAt}: Timed): Omit<MoveActivityInput, 'id' | 'version'> {
  if (startsAt) {
    const start = sameTime(startsAt)
    if (!endsAt) return {startsAt: start}
    const length = Date.parse(endsAt) - Date.parse(startsAt)
    return {startsAt: start, endsAt: new Date(Date.parse(start) + length).toISOString()}
  }
  return dueAt ? {dueAt: sameTime(dueAt)} : {dueOn: shifted(1)}
}

/** As a moment, and not as the wall clock says it: where the clocks skip that time, it is the one after. */
const sameTime = (moment: string) => instantOf(wallFrom(`${shifted(1)}T${wallText(wallOf(moment)).slice(11)}`))
