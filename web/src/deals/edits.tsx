import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useClient} from 'urql'
import {type DealRowFragment, UpdateDealDocument, type UpdateDealInput} from '../gql/graphql'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'

export type Change = Omit<UpdateDealInput, 'id' | 'version' | 'clientMutationId'>

/** Changes fields of a deal, with the former values on offer. Answers what was refused, if anything was. */
export function useEdit() {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer, withdraw} = useUndo()
  const send = useCallback(
    async (id: string, version: number, change: Change) => {
      const answer = await client.mutation(UpdateDealDocument, {input: {id, version, ...change}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      return {problem, deal: answer.data?.updateDeal.deal}
    },
    [client, t],
  )
  return useCallback(
    async (deal: DealRowFragment, change: Change): Promise<string | null> => {
      const {id, name, version} = deal
      const former = formerOf(deal, change)
      const sent = send(id, version, change)
      const back = async () => {
        const {deal: changed} = await sent
        if (!changed) return
        const {problem: refused} = await send(id, changed.version, former)
        say(refused ? refused.message : t`${name} is as it was`)
      }
      offer({
        said: (
          <Trans>
            <bdi>{name}</bdi> changed
          </Trans>
        ),
        undo: () => void back(),
      })
      const {problem} = await sent
      if (!problem) return null
      withdraw()
      say(problem.message)
      return problem.message
    },
    [offer, say, send, t, withdraw],
  )
}

/** The same fields with the values that stand now: the inverse change. */
function formerOf(deal: DealRowFragment, change: Change): Change {
  const {amount, owner, account} = deal
  const now: Change = {
    name: deal.name,
    amount: amount ? {amount: amount.amount, currency: amount.currency} : null,
    expectedCloseOn: deal.expectedCloseOn ?? null,
    ownerId: owner?.id ?? null,
    accountId: account?.id ?? null,
  }
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in change))
}
