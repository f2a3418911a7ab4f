import {Trans, useLingui} from '@lingui/react/macro'
import {useClient} from 'urql'
import {
  AddHolidaysDocument,
  CompanyDocument,
  DeleteHolidaysDocument,
  type HolidayInput,
  RestoreHolidaysDocument,
} from '../../gql/graphql'
import {type Problem, problemsOf} from '../../ui/problems'
import {useSay} from '../../ui/say'
import {useUndo} from '../../ui/undo'

export type AddHolidays = (holidays: HolidayInput[]) => Promise<Problem[]>

/** Holidays come and go, each with the way back. */
export function useHolidayDeeds(before: readonly {id: string}[], again: () => void) {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const unanswered = t`The server does not answer. Nothing was changed.`
  const send = async (document: typeof DeleteHolidaysDocument | typeof RestoreHolidaysDocument, ids: string[]) => {
    const problems = problemsOf(await client.mutation(document, {input: {ids}}).toPromise(), unanswered)
    const [refused] = problems
    if (refused) say(refused.message)
    again()
    return problems
  }
  const add: AddHolidays = async (holidays) => {
    const problems = problemsOf(await client.mutation(AddHolidaysDocument, {input: {holidays}}).toPromise(), unanswered)
    if (problems.length) return problems
    const {data} = await client.query(CompanyDocument, {}, {requestPolicy: 'network-only'}).toPromise()
    const ids = (data?.company?.holidays ?? []).map(({id}) => id).filter((id) => !before.some((one) => one.id === id))
    if (ids.length) offer({said: <Trans>Holidays added</Trans>, undo: () => void send(DeleteHolidaysDocument, ids)})
    return problems
  }
  const remove = async (id: string, name: string) => {
    const problems = await send(DeleteHolidaysDocument, [id])
    if (problems.length) return
    const who = <bdi>{name}</bdi>
    offer({said: <Trans>{who} deleted</Trans>, undo: () => void send(RestoreHolidaysDocument, [id])})
  }
  return {add, remove}
}
