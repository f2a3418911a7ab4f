import {Trans, useLingui} from '@lingui/react/macro'
import {type ReactNode, useCallback} from 'react'
import {useClient} from 'urql'
import {
  type ActivityRowFragment,
  CancelActivityDocument,
  CompleteActivityDocument,
  CreateActivityDocument,
  type CreateActivityInput,
  DeleteActivityDocument,
  MoveActivityDocument,
  type MoveActivityInput,
  ReopenActivityDocument,
  RestoreActivityDocument,
} from '../gql/graphql'
import {problemsOf} from '../ui/problems'
import {useRemoval} from '../ui/removal'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'
import {useCalledOff} from './called_off'
import {repeats} from './words'

export type Refused = string | null
export type When = Omit<MoveActivityInput, 'id' | 'version'>

/** What is done with an activity: at once, with the inverse on offer. Each answers what was refused. */
export function useDeeds(after?: () => void) {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer, withdraw} = useUndo()
  const calledOff = useCalledOff()
  const unanswered = t`The server does not answer. Nothing was changed.`

  const reopen = useCallback(
    async ({id}: {id: string}): Promise<Refused> => {
      const answer = await client.mutation(ReopenActivityDocument, {input: {id}}).toPromise()
      const [problem] = problemsOf(answer, unanswered)
      if (problem) say(problem.message)
      after?.()
      return problem?.message ?? null
    },
    [after, client, say, unanswered],
  )

  /** Without a version: that it is over writes over nothing that a colleague may have changed. */
  const end = useCallback(
    async (
      {id}: ActivityRowFragment,
      how: typeof CompleteActivityDocument | typeof CancelActivityDocument,
      {shown, spoken}: {shown: ReactNode; spoken: string},
    ): Promise<Refused> => {
      const sent = client.mutation(how, {input: {id}}).toPromise()
      say(spoken)
      offer({said: shown, undo: () => void sent.then(() => reopen({id}))})
      const [problem] = problemsOf(await sent, unanswered)
      after?.()
      if (!problem) return null
      withdraw()
      say(problem.message)
      return problem.message
    },
    [after, client, offer, reopen, say, unanswered, withdraw],
  )

  const complete = useCallback(
    (activity: ActivityRowFragment) => {
      const {subject} = activity
      const what = <bdi>{subject}</bdi>
      return end(activity, CompleteActivityDocument, {
        shown: <Trans>{what} is done</Trans>,
        spoken: t`${subject} is done`,
      })
    },
    [end, t],
  )

  const cancel = useCallback(
    (activity: ActivityRowFragment) => end(activity, CancelActivityDocument, calledOff(activity)),
    [calledOff, end],
  )

  const move = useCallback(
    async (activity: ActivityRowFragment, when: When, said?: ReactNode): Promise<Refused> => {
      const {id, version, subject, dueOn, dueAt, startsAt, endsAt} = activity
      const what = <bdi>{subject}</bdi>
      const sent = client.mutation(MoveActivityDocument, {input: {id, version, ...when}}).toPromise()
      const back = async () => {
        const moved = (await sent).data?.moveActivity.activity
        if (!moved) return
        const former = startsAt ? {startsAt, endsAt} : dueAt ? {dueAt} : {dueOn}
        const answer = await client
          .mutation(MoveActivityDocument, {input: {id, version: moved.version, ...former}})
          .toPromise()
        const [refused] = problemsOf(answer, unanswered)
        say(refused ? refused.message : t`${subject} is as it was`)
        after?.()
      }
      if (dueOn ?? dueAt ?? startsAt) {
        offer({
          said: said ?? <Trans>{what} put off</Trans>,
          undo: () => void back(),
        })
      }
      const [problem] = problemsOf(await sent, unanswered)
      after?.()
      if (!problem) return null
      withdraw()
      say(problem.message)
      return problem.message
    },
    [after, client, offer, say, t, unanswered, withdraw],
  )

  const create = useCallback(
    async (input: CreateActivityInput) => {
      const answer = await client.mutation(CreateActivityDocument, {input}).toPromise()
      const problems = problemsOf(answer, unanswered)
      const activity = problems.length ? null : (answer.data?.createActivity.activity ?? null)
      if (activity) after?.()
      return {problems, activity}
    },
    [after, client, unanswered],
  )

  const erase = useRemoval({remove: DeleteActivityDocument, restore: RestoreActivityDocument})
  const remove = useCallback(
    async (activity: ActivityRowFragment): Promise<Refused> => {
      const {id, subject, version} = activity
      const what = <bdi>{subject}</bdi>
      const said = repeats(activity)
        ? {
            shown: <Trans>{what} deleted, and what would repeat</Trans>,
            spoken: t`${subject} deleted, and what would repeat`,
          }
        : undefined
      const refused = await erase({id, name: subject, version, said}, after)
      after?.()
      return refused
    },
    [after, erase, t],
  )
  /** What is shown is read again: something else has changed it. */
  const again = useCallback(() => after?.(), [after])
  return {complete, cancel, reopen, move, create, remove, again}
}
