import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  type ActivityRowFragment,
  type DayListFragment,
  DayPartPageDocument,
  MoveActivityDocument,
} from '../../gql/graphql'
import {today} from '../../ui/formats'
import {problemsOf} from '../../ui/problems'
import {useSay} from '../../ui/say'
import {useUndo} from '../../ui/undo'

const AT_ONCE = 200

/** How far the day has come. */
export function Progress({done, waiting}: {done: number; waiting: number}) {
  const {t} = useLingui()
  const all = done + waiting
  if (!all) return null
  const told = t`${done} of ${all} done`
  return <progress max={all} value={done} aria-label={told} title={told} />
}

type Time = {dueOn: string} | {dueAt: string}

/** What is late and only due, not held with others, comes to today; with the way back for all of it. */
export function AllToToday({page, again}: {page: DayListFragment; again: () => void}) {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const [busy, setBusy] = useState(false)
  const unanswered = t`The server does not answer. Nothing was changed.`
  if (page.count < 2) return null
  const send = async (id: string, version: number, when: Time) => {
    const answer = await client.mutation(MoveActivityDocument, {input: {id, version, ...when}}).toPromise()
    const [problem] = problemsOf(answer, unanswered)
    if (problem) say(problem.message)
    return problem ? null : (answer.data?.moveActivity.activity ?? null)
  }
  const late = async () => {
    const variables = {part: 'OVERDUE' as const, first: AT_ONCE, after: null}
    const {data} = await client.query(DayPartPageDocument, variables, {requestPolicy: 'network-only'}).toPromise()
    return (data?.dayPart?.activities ?? []).flatMap((one) => {
      const before = formerOf(one)
      return before ? [{one, before}] : []
    })
  }
  const run = async () => {
    setBusy(true)
    const moved: {id: string; version: number; before: Time}[] = []
    for (const {one, before} of await late()) {
      const now = await send(one.id, one.version, {dueOn: today()})
      if (now) moved.push({id: now.id, version: now.version, before})
    }
    setBusy(false)
    again()
    const back = async () => {
      for (const {id, version, before} of moved) await send(id, version, before)
      again()
    }
    const {length} = moved
    if (length)
      offer({said: <Plural value={length} one="# moved to today" other="# moved to today" />, undo: () => void back()})
  }
  return (
    <Button className="all-late" variant="default" size="compact-md" loading={busy} onClick={() => void run()}>
      <Trans>Move all that is overdue to today</Trans>
    </Button>
  )
}

function formerOf({dueOn, dueAt}: ActivityRowFragment): Time | null {
  if (dueOn) return {dueOn}
  return dueAt ? {dueAt} : null
}
