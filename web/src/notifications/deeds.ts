import {useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useClient} from 'urql'
import {
  MarkAllNotificationsReadDocument,
  MarkNotificationReadDocument,
  MarkNotificationsUnreadDocument,
  UnreadNowDocument,
} from '../gql/graphql'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'

/** Marks notifications: one as read or unread, or all with the way back. */
export function useMarks() {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer} = useUndo()
  const unanswered = t`The server does not answer. Nothing was changed.`
  const mark = useCallback(
    async (id: string, read: boolean) => {
      const answer = await client.mutation(MarkNotificationReadDocument, {input: {id, read}}).toPromise()
      const [problem] = problemsOf(answer, unanswered)
      if (problem) say(problem.message)
      return problem?.message ?? null
    },
    [client, say, unanswered],
  )
  const markAll = useCallback(async () => {
    const before = await client.query(UnreadNowDocument, {}, {requestPolicy: 'network-only'}).toPromise()
    const ids = (before.data?.notifications.nodes ?? []).map(({id}) => id)
    const answer = await client.mutation(MarkAllNotificationsReadDocument, {input: {}}).toPromise()
    const [problem] = problemsOf(answer, unanswered)
    if (problem) {
      say(problem.message)
      return problem.message
    }
    say(t`All marked as read`)
    const back = async () => {
      const undone = await client.mutation(MarkNotificationsUnreadDocument, {input: {ids}}).toPromise()
      const [refused] = problemsOf(undone, unanswered)
      say(refused ? refused.message : t`As it was before`)
    }
    if (ids.length) offer({said: t`All marked as read`, undo: () => void back()})
    return null
  }, [client, offer, say, t, unanswered])
  return {mark, markAll}
}
