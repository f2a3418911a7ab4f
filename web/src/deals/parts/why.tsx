import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {LossReasonsDocument} from '../../gql/graphql'
import {Fact} from '../../ui/facts'
import {Inline} from '../../ui/inline'
import {Pick} from '../../ui/pick'
import {useEdit} from '../edits'
import type {OneDeal} from '../shapes'

/** Why a deal is lost, said or changed where it stands. */
export function Why({deal}: {deal: OneDeal}) {
  const {t} = useLingui()
  const edit = useEdit()
  const [{data}] = useQuery({query: LossReasonsDocument})
  const {lossReason, lossRemark} = deal
  const choices = (data?.lossReasons ?? []).filter(({active}) => active).map(({id, name}) => ({value: id, label: name}))
  return (
    <>
      <Fact label={t`Lost because of`}>
        <Pick
          bare
          label={t`No reason`}
          choices={choices}
          value={lossReason?.id}
          name={lossReason?.name}
          save={(id) => edit(deal, {lossReasonId: id ?? null})}
        />
      </Fact>
      <Fact label={t`Remark`}>
        <Inline label={t`Remark`} value={lossRemark ?? ''} save={(remark) => edit(deal, {lossRemark: remark || null})}>
          {lossRemark ? <bdi>{lossRemark}</bdi> : t`Not set`}
        </Inline>
      </Fact>
    </>
  )
}
