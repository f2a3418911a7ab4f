import {useLingui} from '@lingui/react/macro'
import type {ClosingsQuery} from '../../gql/graphql'
import {Chart} from '../../ui/chart'
import {Bars} from '../../ui/chart_bars'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import {dealsOf, type Whose} from '../links'
import type {Days} from '../view'
import {Deals, useWorth} from './told'

type Reasons = NonNullable<NonNullable<ClosingsQuery['closings']>['reasons']>

/** Why deals were lost: what each reason cost, and the deals behind it. */
export function ByReason({reasons, whose, days}: {reasons: Reasons; whose: Whose; days: Days}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const {value, full} = useWorth()
  const title = t`Why deals were lost`
  const none = t`No reason said`
  const target = (id: string | undefined) =>
    dealsOf(whose, {status: 'LOST', from: days.since, to: days.until, ...(id ? {reason: id} : {unsaid: '1'})})
  const bars = reasons.map(({reason, total}) => ({
    key: reason?.id ?? '',
    name: reason?.name ?? none,
    more: <Deals count={total.deals} />,
    told: full(total),
    target: target(reason?.id),
    pieces: [
      {
        key: reason?.id ?? '',
        label: `${reason?.name ?? none}: ${full(total)} (${number(total.deals)})`,
        value: value(total),
        tone: 6,
        target: target(reason?.id),
      },
    ].filter((piece) => piece.value > 0),
  }))
  const table = {
    head: [t`Reason`, t`Deals lost`, t`Lost`],
    rows: reasons.map(({reason, total}) => ({
      key: reason?.id ?? '',
      cells: [
        reason?.name ?? none,
        <To key="n" opens={target(reason?.id)}>
          {number(total.deals)}
        </To>,
        total.amount ? full(total) : '–',
      ],
    })),
  }
  return (
    <Chart label={title} legend={[{key: 'LOST', label: title, tone: 6}]} table={table}>
      <Bars label={title} bars={bars} />
    </Chart>
  )
}
