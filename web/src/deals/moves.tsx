import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback, useState} from 'react'
import {useClient} from 'urql'
import {
  type DealCardFragment,
  MoveDealDocument,
  type MoveDealInput,
  ReopenDealDocument,
  type StageLabelFragment,
  UpdateDealDocument,
} from '../gql/graphql'
import {sameCash} from '../ui/cash'
import type {Cash} from '../ui/formats'
import {problemsOf} from '../ui/problems'
import {Said} from '../ui/said'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'
import {type Scope, useRecount} from './recount'

export interface Closing {
  closedOn: string | undefined
  amount: Cash | null
  lossReasonId?: string
  lossRemark?: string
}

export interface Move {
  deal: DealCardFragment
  from: StageLabelFragment
  to: StageLabelFragment
  closing?: Closing
}

export interface Refused {
  id: string
  message: string
}

/**
 * Moves of deals between stages: at once, with the inverse move on offer; a refusal is kept to be said beside the deal.
 * `follow` is told of a deal that goes back.
 */
export function useMoves(scope?: Scope, follow?: (deal: string, stage: string) => void) {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer, withdraw} = useUndo()
  const [refused, setRefused] = useState<Refused | null>(null)
  const recount = useRecount(scope)

  const settle = useCallback(
    (id: string, answer: Parameters<typeof problemsOf>[0]) => {
      const [problem] = problemsOf(answer, t`The server does not answer. The deal stays where it was.`)
      if (!problem) return true
      withdraw()
      setRefused({id, message: problem.message})
      say(problem.message)
      return false
    },
    [say, t, withdraw],
  )

  const reopen = useCallback(
    async (id: string, version: number | undefined, to: StageLabelFragment, from: StageLabelFragment) => {
      const answer = await client
        .mutation(ReopenDealDocument, {input: {dealId: id, stageId: to.id, version}})
        .toPromise()
      if (settle(id, answer)) recount(from, to)
      return answer.data?.reopenDeal.deal
    },
    [client, recount, settle],
  )

  const setAmount = useCallback(
    async ({id, version}: {id: string; version: number}, amount: Cash | null) => {
      const input = {id, version, amount: amount && {amount: amount.amount, currency: amount.currency}}
      const answer = await client.mutation(UpdateDealDocument, {input}).toPromise()
      return settle(id, answer) ? answer.data?.updateDeal.deal : null
    },
    [client, settle],
  )

  const send = useCallback(
    async (asked: Move) => {
      const {deal, from, to} = asked
      const answer = await client.mutation(MoveDealDocument, {input: inputOf(asked)}).toPromise()
      if (!settle(deal.id, answer)) return null
      recount(from, to)
      return answer.data?.moveDeal.deal
    },
    [client, recount, settle],
  )

  const takeBack = useCallback(
    async (sent: ReturnType<typeof send>, {deal, from, to, closing}: Move) => {
      const moved = await sent
      if (!moved) return
      say(t`${deal.name} is back in ${from.name}`)
      follow?.(deal.id, from.id)
      if (to.kind === 'OPEN') {
        const input = {dealId: deal.id, stageId: from.id, version: moved.version}
        if (settle(deal.id, await client.mutation(MoveDealDocument, {input}).toPromise())) recount(from, to)
        return
      }
      const opened = await reopen(deal.id, moved.version, from, to)
      if (opened && closing && !sameCash(closing.amount, deal.amount)) await setAmount(opened, deal.amount ?? null)
    },
    [client, follow, recount, reopen, say, setAmount, settle, t],
  )

  /** As it was closed: on that day, and where it was lost, for that reason. */
  const closeAgain = useCallback(
    async (reopened: ReturnType<typeof reopen>, {deal, from, to}: Move) => {
      const opened = await reopened
      if (!opened) return
      follow?.(deal.id, from.id)
      const {closedOn, lossReason, lossRemark} = deal
      const closing = {
        closedOn: closedOn ?? undefined,
        amount: null,
        lossReasonId: lossReason?.id,
        lossRemark: lossRemark ?? undefined,
      }
      if (await send({deal: opened, from: to, to: from, closing})) say(t`${deal.name} is back in ${from.name}`)
    },
    [follow, say, send, t],
  )

  const move = useCallback(
    (asked: Move) => {
      const {deal, from, to} = asked
      setRefused(null)
      if (deal.status !== 'OPEN') {
        const opened = reopen(deal.id, deal.version, to, from)
        say(t`${deal.name} reopened in ${to.name}`)
        offer({
          said: (
            <Trans>
              <Said text={deal.name} /> reopened in <Said text={to.name} />
            </Trans>
          ),
          undo: () => void closeAgain(opened, asked),
        })
        return
      }
      const sent = send(asked)
      say(t`${deal.name} moved to ${to.name}`)
      offer({
        said: (
          <Trans>
            <Said text={deal.name} /> moved to <Said text={to.name} />
          </Trans>
        ),
        undo: () => void takeBack(sent, asked),
      })
    },
    [closeAgain, offer, reopen, say, send, t, takeBack],
  )

  return {move, refused, forgive: useCallback(() => setRefused(null), [])}
}

function inputOf({deal, to, closing}: Move): MoveDealInput {
  const {amount, ...rest} = closing ?? {}
  const repriced = amount && !sameCash(amount, deal.amount)
  return {
    dealId: deal.id,
    stageId: to.id,
    version: deal.version,
    ...rest,
    amount: repriced ? {amount: amount.amount, currency: amount.currency} : undefined,
  }
}
