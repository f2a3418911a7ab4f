import '../ui/top.css'
import './calendar.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {useNavigate, useSearch} from '@tanstack/react-router'
import {useCallback, useState} from 'react'
import {useQuery} from 'urql'
import {ActivityEditor, type Begun, useDeeds} from '../activities'
import {CalendarSpanDocument} from '../gql/graphql'
import {useGrants, useMe, usePeople} from '../members'
import {Bone, Failed} from '../ui/empty'
import {today} from '../ui/formats'
import {useFresh} from '../ui/fresh'
import {wallOf} from '../ui/wall'
import {DAY, midnight} from './days'
import {type Desk, DeskProvider} from './desk'
import {type Held, isSame, whenOf} from './holding'
import {type Item, itemsOf} from './items'
import {useFollowing, usePageKeys} from './page_keys'
import {Month} from './month'
import {PeopleBar, Toolbar} from './parts/toolbar'
import {type CalendarView, dayOf, daysOf, modeOf, peopleOf, readCalendar, turned} from './view'
import {Week} from './week'
import {useWorkingTime} from './working_time'

/** What is planned and what was done, day by day, of oneself or of colleagues. */
export function Calendar() {
  const view = readCalendar(useSearch({strict: false}))
  const navigate = useNavigate()
  const {member, tenant} = useMe()
  const [mode, on] = [modeOf(view), dayOf(view)]
  const days = daysOf(mode, on, member.weekStart ?? tenant.weekStart)
  const time = useWorkingTime(days[0] ?? on, days.at(-1) ?? on, tenant.weekStart)
  const go = useCallback(
    (to: CalendarView) => void navigate({to: '/calendar', search: (was) => ({...readCalendar(was), ...to})}),
    [navigate],
  )
  const shown = useShown(view)
  const [{data, error, fetching}, ask] = useQuery({
    query: CalendarSpanDocument,
    variables: {since: days[0] ?? on, until: days.at(-1) ?? on, people: peopleOf(view)},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const [editing, setEditing] = useState<Begun | null>(null)
  const may = useGrants('Activity')
  const {why, ...moving} = useMoving(itemsOf(data?.calendar, !may.update), again, setEditing)
  const desk: Desk = {
    ...moving,
    make: may.create ? moving.make : undefined,
    open: ({activity: {id}}) => {
      if (may.update) setEditing({id})
      else void navigate({to: '/activities/$id', params: {id}})
    },
    time,
    people: shown,
    showDay: (day) => go({view: 'day', on: day}),
  }
  const usually = () => moving.make(usual(mode === 'day' || !days.includes(today()) ? on : today()))
  const make = may.create ? usually : undefined
  const turn = (by: 1 | -1) => go({on: turned(mode, on, by)})
  const toToday = () => go({on: undefined})
  usePageKeys({desk, go, turn, toToday, make, again})
  return (
    <DeskProvider value={desk}>
      <div className="calendar" data-mode={mode} aria-busy={fetching}>
        <Toolbar mode={mode} on={on} turn={turn} toToday={toToday} make={make} />
        <PeopleBar chosen={shown} choose={(ids) => go({with: ids.join(',') || undefined})} />
        {why ? (
          <p className="trouble" role="alert">
            {why}
          </p>
        ) : null}
        {data?.calendar?.more ? (
          <p className="note">
            <Trans>There is more than can be shown: choose fewer days or people.</Trans>
          </p>
        ) : null}
        {error && !data ? <Failed error={error} retry={again} /> : null}
        {data ? null : error ? null : <Bone inline="100%" block={320} />}
        {!data ? null : mode === 'month' ? <Month days={days} on={on} /> : <Week key={mode} days={days} />}
        {editing ? <ActivityEditor begun={editing} close={() => setEditing(null)} done={again} /> : null}
      </div>
    </DeskProvider>
  )
}

/** Carrying: where things stand while one of them is held, and what happens when it is let go. */
function useMoving(items: Item[], again: () => void, edit: (begun: Begun) => void) {
  const {t} = useLingui()
  const deeds = useDeeds(again)
  const [held, setHeld] = useState<Held | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const make = (at: {start: number; end: number; whole: boolean}) => edit({at})
  const drop = (one: Held) => {
    setHeld(null)
    const item = items.find(({key}) => key === one.key)
    if (!item) {
      make(one)
      return
    }
    if (isSame(item, one)) return
    const {subject} = item.activity
    void deeds.move(item.activity, whenOf(item, one), t`${subject} moved`).then(setWhy)
  }
  useFollowing(held)
  const placed = held ? items.map((item) => (item.key === held.key ? {...item, ...held, key: item.key} : item)) : items
  return {items: placed, held, hold: setHeld, drop, make, why}
}

function useShown(view: CalendarView) {
  const {member} = useMe()
  const {people} = usePeople()
  const ids = peopleOf(view)
  return ids.length ? people.filter(({id}) => ids.includes(id)) : [member]
}

/** The next full hour of today, ten o'clock of another day. */
function usual(day: string) {
  const wanted = day === today() ? Math.ceil(wallOf(new Date().toISOString()) / 60) * 60 : midnight(day) + 10 * 60
  const start = Math.min(wanted, midnight(day) + DAY - 60)
  return {start, end: start + 60, whole: false}
}
