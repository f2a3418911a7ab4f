import {Trans, useLingui} from '@lingui/react/macro'
import {useClient} from 'urql'
import {
  DeleteLossReasonDocument,
  type LossReasonShapeFragment,
  RestoreLossReasonDocument,
  UpdateLossReasonDocument,
} from '../gql/graphql'
import {problemsOf} from '../ui/problems'
import {Said} from '../ui/said'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'

/** Takes a reason out of use and back, or away; each answers why it was refused, if it was. */
export function useRetiring({id, name}: LossReasonShapeFragment) {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const why = (answer: Parameters<typeof problemsOf>[0]) =>
    problemsOf(answer, t`The server does not answer. Nothing was changed.`)[0]?.message ?? null
  const put = async (active: boolean) => {
    const refused = why(await client.mutation(UpdateLossReasonDocument, {input: {id, active}}).toPromise())
    if (!refused) say(active ? t`${name} is in use again` : t`${name} retired`)
    return refused
  }
  const back = async () => {
    const refused = why(await client.mutation(RestoreLossReasonDocument, {input: {id}}).toPromise())
    say(refused ?? t`${name} is back`)
  }
  const retire = async () => {
    const refused = await put(false)
    if (refused) return refused
    const said = (
      <Trans>
        <Said text={name} /> retired
      </Trans>
    )
    offer({said, undo: () => void put(true)})
    return null
  }
  const remove = async () => {
    const refused = why(await client.mutation(DeleteLossReasonDocument, {input: {id}}).toPromise())
    if (refused) return refused
    say(t`${name} deleted`)
    const who = <bdi>{name}</bdi>
    offer({said: <Trans>{who} deleted</Trans>, undo: () => void back()})
    return null
  }
  return {retire, remove, revive: () => put(true)}
}
