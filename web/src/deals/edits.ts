import {useLingui} from '@lingui/react/macro'
import {useClient} from 'urql'
import {type DealRowFragment, UpdateDealDocument, type UpdateDealInput} from '../gql/graphql'
import {useEdits} from '../ui/edits'
import {problemsOf} from '../ui/problems'

export type Change = Omit<UpdateDealInput, 'id' | 'version' | 'clientMutationId'>
type Editable = DealRowFragment & {contact?: {id: string} | null}

/** Changes fields of a deal, with the former values on offer. Answers what was refused, if anything was. */
export function useEdit() {
  const client = useClient()
  const {t} = useLingui()
  return useEdits<Editable, Change>({
    send: async (id, version, change) => {
      const answer = await client.mutation(UpdateDealDocument, {input: {id, version, ...change}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      return {problem, record: answer.data?.updateDeal.deal}
    },
    former: formerOf,
  })
}

function formerOf(deal: Editable, change: Change): Change {
  const {amount, owner, account, contact} = deal
  const now: Change = {
    name: deal.name,
    amount: amount ? {amount: amount.amount, currency: amount.currency} : null,
    expectedCloseOn: deal.expectedCloseOn ?? null,
    ownerId: owner?.id ?? null,
    accountId: account?.id ?? null,
    contactId: contact?.id ?? null,
    lossReasonId: deal.lossReason?.id ?? null,
    lossRemark: deal.lossRemark ?? null,
  }
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in change))
}
