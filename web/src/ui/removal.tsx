import {Trans, useLingui} from '@lingui/react/macro'
import {type ReactNode, useCallback} from 'react'
import {type TypedDocumentNode, useClient} from 'urql'
import {problemsOf} from './problems'
import {useSay} from './say'
import {useUndo} from './undo'

type Aimed = TypedDocumentNode<unknown, {input: {id: string; version?: number | null}}>

interface Removed {
  id: string
  name: string
  version: number | null
  /** Where more goes than the record. */
  said?: {shown: ReactNode; spoken: string}
}

/** Deletes a record and offers to bring it back. Answers what was refused, if anything was. */
export function useRemoval(documents: {remove: Aimed; restore: Aimed}) {
  const {remove, restore} = documents
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer} = useUndo()
  return useCallback(
    async ({id, name, version, said}: Removed, restored?: () => void): Promise<string | null> => {
      const unanswered = t`The server does not answer. Nothing was changed.`
      const answer = await client.mutation(remove, {input: {id, version}}).toPromise()
      const [problem] = problemsOf(answer, unanswered)
      if (problem) {
        say(problem.message)
        return problem.message
      }
      say(said?.spoken ?? t`${name} deleted`)
      const back = async () => {
        const [refused] = problemsOf(await client.mutation(restore, {input: {id}}).toPromise(), unanswered)
        say(refused ? refused.message : t`${name} is back`)
        restored?.()
      }
      const who = <bdi>{name}</bdi>
      offer({
        said: said?.shown ?? <Trans>{who} deleted</Trans>,
        undo: () => void back(),
      })
      return null
    },
    [client, offer, remove, restore, say, t],
  )
}
