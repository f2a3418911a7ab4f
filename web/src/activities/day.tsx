import './day.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus, IconSun} from '@tabler/icons-react'
import {useCallback, useState} from 'react'
import {useQuery} from 'urql'
import {type ActivityRowFragment, type DayListFragment, type DayPart, MyDayDocument} from '../gql/graphql'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {Bone, Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {useFresh} from '../ui/fresh'
import {useDeeds} from './deeds'
import {DayList} from './parts/day_list'
import {AllToToday, Progress} from './parts/day_tools'
import {NewTask} from './parts/new_task'
import {WhoseDay} from './parts/whose_day'
import {tomorrow} from './tomorrow'

const FIRST = 30

/** What a member has to do: what is late, what is for today, what comes next. */
export function MyDay() {
  const {t} = useLingui()
  const {dayInFull} = useFormats()
  const [{data, error}, ask] = useQuery({
    query: MyDayDocument,
    variables: {first: FIRST},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const deeds = useDeeds(again)
  const [making, setMaking] = useState(false)
  const day = data?.myDay
  const parts: {part: DayPart; title: string; page: DayListFragment | undefined}[] = [
    {part: 'OVERDUE', title: t`Overdue`, page: day?.overdue},
    {part: 'TODAY', title: t`Today`, page: day?.today},
    {part: 'NEXT', title: t`Next`, page: day?.next},
    {part: 'UNDATED', title: t`Without a day`, page: day?.undated},
  ]
  const shown = parts.flatMap(({page}) => page?.activities ?? []).filter(({status}) => status === 'OPEN')
  useWalking(shown, deeds)
  const make = () => setMaking(true)
  const may = useGrants('Activity')
  const icon = <IconPlus size={16} />
  useActions([{id: 'new-task', label: t`New task`, keys: 'C', icon, able: may.create, run: make}])
  const waiting = (day?.overdue.count ?? 0) + (day?.today.count ?? 0)
  const free = day && parts.every(({page}) => !page?.count)
  return (
    <div className="day">
      <header className="top">
        <h1>{t`My day`}</h1>
        <p className="tally num" role="status">
          {day ? dayInFull(day.on) : null}
          {day ? (
            <>
              {' · '}
              <Plural value={waiting} one="# to do" other="# to do" />
              {day.done ? (
                <>
                  {' · '}
                  <Plural value={day.done} one="# done today" other="# done today" />
                </>
              ) : null}
            </>
          ) : null}
        </p>
        {day ? <Progress done={day.done} waiting={waiting} /> : null}
        <div className="grow" />
        <WhoseDay />
        {may.create ? (
          <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={make}>
            <Trans>New task</Trans>
          </Button>
        ) : null}
      </header>
      <div className="day-body">
        <div className="day-inner">
          {making ? <NewTask deeds={deeds} close={() => setMaking(false)} /> : null}
          {error && !data ? <Failed error={error} retry={again} /> : null}
          {!data && !error ? <Bone inline="100%" block={160} /> : null}
          {day && may.update ? <AllToToday page={day.overdue} again={again} /> : null}
          {free ? (
            <Empty icon={<IconSun size={28} stroke={1.5} />} title={t`Nothing waits for you`}>
              <Trans>
                Tasks, calls and meetings that you plan on leads, deals, accounts and contacts come together here.
              </Trans>
            </Empty>
          ) : (
            parts.map(({part, title, page}) =>
              page?.count ? <DayList key={part} part={part} title={title} page={page} deeds={deeds} /> : null,
            )
          )}
        </div>
      </div>
    </div>
  )
}

/** J and K walk over what is to be done, D does it, S puts it off. */
function useWalking(shown: readonly ActivityRowFragment[], deeds: ReturnType<typeof useDeeds>) {
  const {t} = useLingui()
  const able = useGrants('Activity').update
  const at = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-activity]')?.dataset.activity
    return shown.findIndex((one) => one.id === id)
  }
  const stand = (index: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, index))]
    if (!next) return
    const item = document.querySelector<HTMLElement>(`[data-activity="${CSS.escape(next.id)}"]`)
    item?.querySelector<HTMLElement>('.tick')?.focus()
    item?.scrollIntoView({block: 'nearest'})
  }
  const act = (deed: (one: ActivityRowFragment) => unknown) => {
    const index = Math.max(0, at())
    const one = shown[index]
    if (!one) return
    const next = shown[index + 1] ?? shown[index - 1]
    deed(one)
    if (next) stand(shown.indexOf(next))
  }
  useActions([
    {id: 'next-row', label: t`Next row`, keys: 'J', hidden: true, run: () => stand(at() + 1)},
    {id: 'row-before', label: t`Previous row`, keys: 'K', hidden: true, run: () => stand(at() - 1)},
    {id: 'down', label: t`Next row`, keys: 'ArrowDown', hidden: true, run: () => stand(at() + 1)},
    {id: 'up', label: t`Previous row`, keys: 'ArrowUp', hidden: true, run: () => stand(at() - 1)},
    {id: 'done', label: t`Done`, keys: 'D', able, run: () => act(deeds.complete)},
    {
      id: 'later',
      label: t`Put off until tomorrow`,
      keys: 'S',
      able,
      run: () => act((one) => deeds.move(one, tomorrow(one))),
    },
  ])
}
