import {useLingui} from '@lingui/react/macro'
import {useClient} from 'urql'
import {
  type ContactRowFragment,
  DeleteContactDocument,
  RestoreContactDocument,
  UpdateContactDocument,
  type UpdateContactInput,
} from '../gql/graphql'
import {useEdits} from '../ui/edits'
import {problemsOf} from '../ui/problems'
import {useRemoval} from '../ui/removal'

export type Change = Omit<UpdateContactInput, 'id' | 'version' | 'clientMutationId'>

/** Changes fields of a contact, with the former values on offer. Answers what was refused, if anything was. */
export function useEdit() {
  const client = useClient()
  const {t} = useLingui()
  return useEdits<ContactRowFragment, Change>({
    send: async (id, version, change) => {
      const answer = await client.mutation(UpdateContactDocument, {input: {id, version, ...change}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      return {problem, record: answer.data?.updateContact.contact}
    },
    former: formerOf,
  })
}

export const useDelete = () => useRemoval({remove: DeleteContactDocument, restore: RestoreContactDocument})

function formerOf({name, email, phone, title, account, owner}: ContactRowFragment, change: Change): Change {
  const now: Change = {
    name,
    email: email ?? null,
    phone: phone ?? null,
    title: title ?? null,
    accountId: account?.id ?? null,
    ownerId: owner?.id ?? null,
  }
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in change))
}
