import {Trans, useLingui} from '@lingui/react/macro'
import {type ReactNode, useCallback} from 'react'
import {type TypedDocumentNode, useClient} from 'urql'
import {
  AssignLeadDocument,
  DisqualifyLeadDocument,
  DistributeLeadDocument,
  type LeadRowFragment,
  type LeadStatus,
  LogResponseDocument,
  MoveLeadDocument,
  ReopenLeadDocument,
  type ResponseChannel,
  type ResponseKind,
  UndoConversionDocument,
  type UnfitReason,
} from '../gql/graphql'
import {type Problem, problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'
import {useLeadWords} from './words'

interface Act {
  /** What the bar says, with the inverse at hand. */
  said: ReactNode
  told: string
  undo?: () => Promise<Problem[]>
}

/** What is done with a lead, each with its inverse on offer. Each answers what was refused. */
export function useLeadDeeds() {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer} = useUndo()
  const {statuses} = useLeadWords()
  const unanswered = t`The server does not answer. Nothing was changed.`
  const ask = useCallback(
    async <Input extends object>(document: TypedDocumentNode<unknown, {input: Input}>, input: Input) =>
      problemsOf(await client.mutation(document, {input}).toPromise(), unanswered),
    [client, unanswered],
  )
  const act = useCallback(
    async (refused: Promise<Problem[]>, {said, told, undo}: Act) => {
      const problems = await refused
      say(problems[0]?.message ?? told)
      if (problems.length || !undo) return problems
      const back = async () => {
        const [failed] = await undo()
        say(failed ? failed.message : t`Taken back`)
      }
      offer({said, undo: () => void back()})
      return problems
    },
    [offer, say, t],
  )

  const move = ({id, name, status: before}: LeadRowFragment, status: LeadStatus) => {
    const [who, where] = [<bdi key="name">{name}</bdi>, statuses[status]]
    return act(ask(MoveLeadDocument, {id, status}), {
      said: (
        <Trans>
          {who}: {where}
        </Trans>
      ),
      told: `${name}: ${where}`,
      undo: () => ask(MoveLeadDocument, {id, status: before}),
    })
  }

  const assign = ({id, name, owner}: LeadRowFragment, to: {id: string; name: string} | null) => {
    const [who, whom] = [<bdi key="name">{name}</bdi>, <bdi key="to">{to?.name}</bdi>]
    return act(ask(AssignLeadDocument, {id, ownerId: to?.id ?? null}), {
      said: to ? (
        <Trans>
          {who} goes to {whom}
        </Trans>
      ) : (
        <Trans>{who} is nobody’s now</Trans>
      ),
      told: to ? t`${name} goes to ${to.name}` : t`${name} is nobody’s now`,
      undo: () => ask(AssignLeadDocument, {id, ownerId: owner?.id ?? null}),
    })
  }

  const distribute = ({id, name, owner}: LeadRowFragment) => {
    const who = <bdi>{name}</bdi>
    return act(ask(DistributeLeadDocument, {id}), {
      said: <Trans>{who} was assigned by the rules</Trans>,
      told: t`${name} was assigned by the rules`,
      undo: () => ask(AssignLeadDocument, {id, ownerId: owner?.id ?? null}),
    })
  }

  const disqualify = ({id, name, status}: LeadRowFragment, reason: UnfitReason, remark: string | null) => {
    const who = <bdi>{name}</bdi>
    return act(ask(DisqualifyLeadDocument, {id, reason, remark}), {
      said: <Trans>{who} is marked unfit</Trans>,
      told: t`${name} is marked unfit`,
      undo: async () => {
        const problems = await ask(ReopenLeadDocument, {id})
        return problems.length || status === 'WORKING' ? problems : ask(MoveLeadDocument, {id, status})
      },
    })
  }

  const reopen = ({id, name, unfitReason, unfitRemark}: LeadRowFragment) => {
    const who = <bdi>{name}</bdi>
    const again = {id, reason: unfitReason ?? ('OTHER' as const), remark: unfitRemark ?? null}
    return act(ask(ReopenLeadDocument, {id}), {
      said: <Trans>{who} is worked on again</Trans>,
      told: t`${name} is worked on again`,
      undo: () => ask(DisqualifyLeadDocument, again),
    })
  }

  /** What happened is told as it was: there is nothing to take back. */
  const log = ({id, name}: LeadRowFragment, channel: ResponseChannel, kind: ResponseKind) =>
    act(ask(LogResponseDocument, {id, channel, kind}), {said: null, told: t`Written down for ${name}`})

  const unconvert = ({id, name}: {id: string; name: string}) =>
    act(ask(UndoConversionDocument, {id}), {said: null, told: t`${name} is a lead again`})

  return {move, assign, distribute, disqualify, reopen, log, unconvert}
}
