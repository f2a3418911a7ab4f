import {useLingui} from '@lingui/react/macro'
import {useClient} from 'urql'
import {
  DeleteLeadDocument,
  type LeadRowFragment,
  RestoreLeadDocument,
  UpdateLeadDocument,
  type UpdateLeadInput,
} from '../gql/graphql'
import {useEdits} from '../ui/edits'
import {problemsOf} from '../ui/problems'
import {useRemoval} from '../ui/removal'

export type Change = Omit<UpdateLeadInput, 'id' | 'version' | 'clientMutationId'>

/** Changes fields of a lead, with the former values on offer. Answers what was refused, if anything was. */
export function useEdit() {
  const client = useClient()
  const {t} = useLingui()
  return useEdits<LeadRowFragment, Change>({
    send: async (id, version, change) => {
      const answer = await client.mutation(UpdateLeadDocument, {input: {id, version, ...change}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      return {problem, record: answer.data?.updateLead.lead}
    },
    former: formerOf,
  })
}

export const useDelete = () => useRemoval({remove: DeleteLeadDocument, restore: RestoreLeadDocument})

function formerOf(lead: LeadRowFragment, change: Change): Change {
  const {name, company, title, email, phone, message, country, language, owner, source, product} = lead
  const now: Change = {
    name,
    company: company ?? null,
    title: title ?? null,
    email: email ?? null,
    phone: phone ?? null,
    message: message ?? null,
    country: country ?? null,
    language: language ?? null,
    ownerId: owner?.id ?? null,
    sourceId: source?.id ?? null,
    productId: product?.id ?? null,
  }
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in change))
}
