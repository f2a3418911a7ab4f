import type {ActivityRowFragment, CalendarSpanQuery} from '../gql/graphql'
import {wallOf} from '../ui/wall'
import {DAY, dayAt, midnight} from './days'

/** Something that stands in a calendar, on the wall clock; a ghost is a time at which a series would come again. */
export interface Item {
  key: string
  activity: ActivityRowFragment
  start: number
  end: number
  /** Of a day and of no time. */
  whole: boolean
  ghost: boolean
  /** Who looks may not move it. */
  fixed: boolean
}

const SHORTEST = 15
const USUAL = 30

export function itemsOf(calendar: CalendarSpanQuery['calendar'] | null | undefined, fixed: boolean): Item[] {
  if (!calendar) return []
  const items = calendar.activities.map((activity) => itemOf(activity, fixed))
  const ghosts = calendar.occurrences.map(({at, on, activity}) => {
    const {start, end} = itemOf(activity, fixed)
    const begins = on ? midnight(on) : wallOf(at)
    const key = `${activity.id} ${at}`
    return {key, activity, start: begins, end: begins + end - start, whole: Boolean(on), ghost: true, fixed}
  })
  return [...items, ...ghosts]
}

function itemOf(activity: ActivityRowFragment, fixed: boolean): Item {
  const {id, dueOn, startsAt, dueAt, fallsAt, at, endsAt} = activity
  const bare = {key: id, activity, ghost: false, fixed}
  if (dueOn) return {...bare, start: midnight(dueOn), end: midnight(dueOn) + DAY, whole: true}
  const start = wallOf(startsAt ?? dueAt ?? fallsAt ?? at)
  const end = startsAt && endsAt ? wallOf(endsAt) : start + USUAL
  return {...bare, start, end: Math.max(end, start + SHORTEST), whole: false}
}

/** What of them is on a day, cut at midnight; `whole` ones stand above the hours. */
export function onDay(items: readonly Item[], day: string, whole: boolean): Item[] {
  const begins = midnight(day)
  return items
    .filter((item) => item.whole === whole && item.start < begins + DAY && item.end > begins)
    .map((item) => ({...item, start: Math.max(item.start, begins), end: Math.min(item.end, begins + DAY)}))
    .sort((a, b) => a.start - b.start || a.key.localeCompare(b.key))
}

export const firstDay = (item: Item) => dayAt(item.start)

export const mayMove = ({ghost, fixed, activity: {status, kind}}: Item) =>
  !ghost && !fixed && status === 'OPEN' && kind !== 'NOTE'

export const mayStretch = (item: Item) => mayMove(item) && !item.whole && item.activity.startsAt !== null

/** What is due can stand on a day or at a time; what starts and ends needs its time. */
export const mayBeWhole = ({activity}: Item) => activity.startsAt === null
