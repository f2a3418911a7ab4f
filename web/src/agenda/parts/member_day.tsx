import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {When} from '../../activities'
import {type ActivityRowFragment, MemberDayDocument, UpdateActivityDocument} from '../../gql/graphql'
import {useGrants, usePeople} from '../../members'
import {OwnerChooser} from '../../search'
import {Bone, Failed} from '../../ui/empty'
import {problemsOf} from '../../ui/problems'
import {useUndo} from '../../ui/undo'

interface Props {
  member: {id: string; name: string}
  changed: () => void
}

const FIRST = 50

/** What waits for a colleague; each can be given to another, and taken back. */
export function MemberDay({member, changed}: Props) {
  const [{data, error, fetching}, ask] = useQuery({
    query: MemberDayDocument,
    variables: {member: member.id, first: FIRST},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => {
    ask({requestPolicy: 'network-only'})
    changed()
  }, [ask, changed])
  const {give, why} = useGiving(again)
  const may = useGrants('Activity')
  const day = data?.myDay
  const waiting = day ? [day.overdue, day.today, day.next, day.undated].flatMap(({activities}) => activities) : []
  if (error && !data) return <Failed error={error} retry={again} />
  if (!day) return <Bone inline="100%" block={80} />
  return (
    <div className="member-day" aria-busy={fetching}>
      {why ? (
        <p className="trouble" role="alert">
          {why}
        </p>
      ) : null}
      {waiting.length ? null : (
        <p className="none">
          <Trans>Nothing waits here.</Trans>
        </p>
      )}
      <ul>
        {waiting.map((activity) => (
          <li key={activity.id}>
            <span className="own">
              <bdi>{activity.subject}</bdi>
            </span>
            <When activity={activity} />
            {may.update && may.share ? (
              <OwnerChooser value={activity.owner} onChange={(owner) => void give(activity, owner)} />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function useGiving(again: () => void) {
  const {t} = useLingui()
  const client = useClient()
  const {people} = usePeople()
  const {offer} = useUndo()
  const [why, setWhy] = useState<string | null>(null)
  const unanswered = t`The server does not answer. Nothing was changed.`
  const send = async (id: string, ownerId: string, version?: number) => {
    const answer = await client.mutation(UpdateActivityDocument, {input: {id, ownerId, version}}).toPromise()
    const [problem] = problemsOf(answer, unanswered)
    setWhy(problem?.message ?? null)
    again()
    return !problem
  }
  const give = async ({id, subject, owner, version}: ActivityRowFragment, to: string) => {
    if (to === owner?.id || !(await send(id, to, version))) return
    const [what, who] = [
      <bdi key="what">{subject}</bdi>,
      <bdi key="who">{people.find((one) => one.id === to)?.name}</bdi>,
    ]
    const said = (
      <Trans>
        {what} is for {who} now
      </Trans>
    )
    offer({said, undo: () => void (owner && send(id, owner.id))})
  }
  return {give, why}
}
