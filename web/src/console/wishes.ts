import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {type TypedDocumentNode, useClient} from 'urql'
import {type Problem, problemsOf} from '../ui/problems'
import {
  BackUpCompanyDocument,
  ChangePlanDocument,
  ConfirmMoveDocument,
  DeleteCompanyDocument,
  type ErrandKind,
  ExportCompanyDocument,
  MoveCompanyDocument,
  type Plan,
  RenameCompanyDocument,
  RestoreBackupDocument,
  RestoreCompanyDocument,
  ResumeCompanyDocument,
  SuspendCompanyDocument,
  TakePlaceDocument,
} from './graphql'

export interface Wish {
  slug: string
  reason: string
  to: string
  graceDays: number
  plan: Plan
  takenAt: string
}

type Sent = Record<string, unknown>

/** Each sends the part of what was filled in that it needs. */
const documents: Partial<Record<ErrandKind, [document: unknown, needs: (keyof Wish)[]]>> = {
  SUSPEND: [SuspendCompanyDocument, ['slug', 'reason']],
  RESUME: [ResumeCompanyDocument, ['slug', 'reason']],
  DELETE: [DeleteCompanyDocument, ['slug', 'reason', 'graceDays']],
  RESTORE: [RestoreCompanyDocument, ['slug', 'reason']],
  MOVE: [MoveCompanyDocument, ['slug', 'reason', 'to']],
  CONFIRM_MOVE: [ConfirmMoveDocument, ['slug', 'reason']],
  BACK_UP: [BackUpCompanyDocument, ['slug', 'reason']],
  EXPORT: [ExportCompanyDocument, ['slug', 'reason']],
  RENAME: [RenameCompanyDocument, ['slug', 'reason', 'to']],
  TAKE_PLACE: [TakePlaceDocument, ['slug', 'reason']],
  CHANGE_PLAN: [ChangePlanDocument, ['slug', 'reason', 'plan']],
  RESTORE_BACKUP: [RestoreBackupDocument, ['slug', 'reason', 'to', 'takenAt']],
}

/** Asks for one kind of action; what was refused about it. */
export function useSend(kind: ErrandKind) {
  const {t} = useLingui()
  const client = useClient()
  const unanswered = t`The server does not answer. Nothing was changed.`
  return async (asked: Partial<Wish>): Promise<Problem[]> => {
    const [document, needs] = documents[kind] ?? []
    if (!document || !needs) return []
    const given = Object.fromEntries(needs.map((name) => [name, asked[name]]))
    const sent = kind === 'RESTORE_BACKUP' ? {input: given} : given
    return problemsOf(await client.mutation(document as TypedDocumentNode<object, Sent>, sent).toPromise(), unanswered)
  }
}

/** Asks for one kind of action; whether it was taken. */
export function useWish(kind: ErrandKind) {
  const send = useSend(kind)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const wish = async (asked: Partial<Wish>): Promise<boolean> => {
    setBusy(true)
    const refused = await send(asked)
    setBusy(false)
    setProblems(refused)
    return !refused.length
  }
  return {wish, problems, busy}
}
