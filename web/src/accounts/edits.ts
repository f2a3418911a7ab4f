import {useLingui} from '@lingui/react/macro'
import {useClient} from 'urql'
import {
  type AccountRowFragment,
  DeleteAccountDocument,
  RestoreAccountDocument,
  UpdateAccountDocument,
  type UpdateAccountInput,
} from '../gql/graphql'
import {useEdits} from '../ui/edits'
import {problemsOf} from '../ui/problems'
import {useRemoval} from '../ui/removal'

export type Change = Omit<UpdateAccountInput, 'id' | 'version' | 'clientMutationId'>

/** Changes fields of an account, with the former values on offer. Answers what was refused, if anything was. */
export function useEdit() {
  const client = useClient()
  const {t} = useLingui()
  return useEdits<AccountRowFragment, Change>({
    send: async (id, version, change) => {
      const answer = await client.mutation(UpdateAccountDocument, {input: {id, version, ...change}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      return {problem, record: answer.data?.updateAccount.account}
    },
    former: formerOf,
  })
}

export const useDelete = () => useRemoval({remove: DeleteAccountDocument, restore: RestoreAccountDocument})

function formerOf(account: AccountRowFragment, change: Change): Change {
  const {name, industry, size, revenue, country, website, phone, foundedYear, parent, owner} = account
  const now: Change = {
    name,
    industry: industry ?? null,
    size: size ?? null,
    revenue: revenue ? {amount: revenue.amount, currency: revenue.currency} : null,
    country: country ?? null,
    website: website ?? null,
    phone: phone ?? null,
    foundedYear: foundedYear ?? null,
    parentId: parent?.id ?? null,
    ownerId: owner?.id ?? null,
  }
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in change))
}
