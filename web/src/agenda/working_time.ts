import {useQuery} from 'urql'
import {WorkingTimeDocument} from '../gql/graphql'
import {DAY, isRest, weekdayOf} from './days'

export interface DayOff {
  on: string
  name: string
  halfUntil?: string | null
}

/** When the company works, day by day: its hours and holidays, as the server knows them too. */
export interface WorkingTime {
  rests: (day: string) => boolean
  daysOff: (day: string) => readonly DayOff[]
  /** From the first to the last working minute of a day. */
  stretch: (day: string) => {opens: number; closes: number}
}

const [OPENS, CLOSES] = [9 * 60, 18 * 60]
const MINUTES = 60

/** Until it is known, the week of those who begin it on `weekStart`. */
export function useWorkingTime(since: string, until: string, weekStart: number): WorkingTime {
  const [{data}] = useQuery({
    query: WorkingTimeDocument,
    variables: {since, until},
    requestPolicy: 'cache-and-network',
  })
  const known = data?.workingTime
  const daysOff = (day: string) => known?.daysOff.filter(({on}) => on === day) ?? []
  const hoursOf = (day: string) => known?.hours.filter(({weekday}) => weekday === weekdayOf(day)) ?? []
  return {
    daysOff,
    rests: (day) =>
      known ? !hoursOf(day).length || daysOff(day).some(({halfUntil}) => !halfUntil) : isRest(day, weekStart),
    stretch: (day) => {
      const hours = hoursOf(day)
      if (!hours.length) return {opens: OPENS, closes: CLOSES}
      const ends = daysOff(day).flatMap(({halfUntil}) => (halfUntil ? [minutesOf(halfUntil)] : []))
      const opens = Math.min(...hours.map((one) => minutesOf(one.opens)))
      return {
        opens,
        closes: Math.max(opens, Math.min(DAY, ...ends, Math.max(...hours.map((one) => minutesOf(one.closes))))),
      }
    },
  }
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * MINUTES + minutes
}
