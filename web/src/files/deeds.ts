import {useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useClient} from 'urql'
import {
  DeleteAttachmentDocument,
  type FileLineFragment,
  RenameAttachmentDocument,
  RestoreAttachmentDocument,
} from '../gql/graphql'
import {problemsOf} from '../ui/problems'
import {useRemoval} from '../ui/removal'
import {useSay} from '../ui/say'
import {changed} from './changed'

/** What is done with a file of a record; each answers what was refused. */
export function useFileDeeds(about: string) {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const erase = useRemoval({remove: DeleteAttachmentDocument, restore: RestoreAttachmentDocument})
  const rename = useCallback(
    async ({id, version}: FileLineFragment, name: string) => {
      const answer = await client.mutation(RenameAttachmentDocument, {input: {id, name, version}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      if (problem) return problem.message
      const kept = answer.data?.renameAttachment.attachment?.name ?? name
      say(t`It is called ${kept} now.`)
      return null
    },
    [client, say, t],
  )
  const remove = useCallback(
    async (file: FileLineFragment) => {
      const again = () => changed(about)
      // Whatever it is called by now: a new name is shown before the server has it, and the deletion can be taken back.
      const refused = await erase({...file, version: null}, again)
      again()
      return refused
    },
    [about, erase],
  )
  return {rename, remove}
}
