import {useLingui} from '@lingui/react/macro'
import type {Period, StretchFragment} from '../../gql/graphql'
import {useMe} from '../../members'
import {Chart} from '../../ui/chart'
import {Lines} from '../../ui/chart_lines'
import {useFormats} from '../../ui/formats'
import {dealsOf, type Whose} from '../links'
import {useWorth} from './told'

interface Props {
  now: StretchFragment
  before: StretchFragment
  whose: Whose
  period: Period
}

/** What was won so far, day by day, over the line of the period before. */
export function Pace({now, before, whose, period}: Props) {
  const {t} = useLingui()
  const {tenant} = useMe()
  const {day, compact, number} = useFormats()
  const {value, full} = useWorth()
  const counts = now.won.amount == null
  const names = {now: t`This time`, before: t`The time before`}
  const label = period === 'QUARTER' ? t`Won in the quarter so far` : t`Won in the month so far`
  const points = (stretch: StretchFragment) =>
    stretch.days.map(({on, won}) => ({
      value: value(won),
      label: `${day(on)}: ${full(won)}`,
      target: dealsOf(whose, {status: 'WON', from: stretch.startsOn, to: on}),
    }))
  const times = (now.days.length >= before.days.length ? now : before).days.map(({on}) =>
    period === 'QUARTER' ? day(on) : number(Number(on.slice(8))),
  )
  const table = {
    head: [t`Day`, names.now, names.before],
    rows: times.map((time, index) => {
      const [one, other] = [now.days[index], before.days[index]]
      return {key: time, cells: [time, one ? full(one.won) : '–', other ? full(other.won) : '–']}
    }),
  }
  return (
    <Chart
      label={label}
      legend={[
        {key: 'now', label: names.now, tone: 1},
        {key: 'before', label: names.before, tone: 6, look: 'dashed'},
      ]}
      table={table}
    >
      <Lines
        label={label}
        times={times}
        series={[
          {key: 'before', name: names.before, tone: 6, dashed: true, points: points(before)},
          {key: 'now', name: names.now, tone: 1, points: points(now)},
        ]}
        show={(amount) => (counts ? number(amount) : compact({amount: String(amount), currency: tenant.currency}))}
        high={170}
      />
    </Chart>
  )
}
