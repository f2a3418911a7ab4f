import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useClient} from 'urql'
import {DeleteDealDocument, RestoreDealDocument} from '../gql/graphql'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'

/** Deletes a deal and offers to bring it back. Answers what was refused, if anything was. */
export function useDelete() {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer} = useUndo()
  return useCallback(
    async (deal: {id: string; name: string; version: number}): Promise<string | null> => {
      const {id, name, version} = deal
      const unanswered = t`The server does not answer. Nothing was changed.`
      const answer = await client.mutation(DeleteDealDocument, {input: {id, version}}).toPromise()
      const [problem] = problemsOf(answer, unanswered)
      if (problem) {
        say(problem.message)
        return problem.message
      }
      say(t`${name} deleted`)
      const restore = async () => {
        const [refused] = problemsOf(await client.mutation(RestoreDealDocument, {input: {id}}).toPromise(), unanswered)
        say(refused ? refused.message : t`${name} is back`)
      }
      offer({
        said: (
          <Trans>
            <bdi>{name}</bdi> deleted
          </Trans>
        ),
        undo: () => void restore(),
      })
      return null
    },
    [client, offer, say, t],
  )
}
