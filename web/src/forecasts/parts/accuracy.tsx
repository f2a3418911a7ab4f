import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {ForecastAccuracyDocument, type ForecastAccuracyQuery, type Period} from '../../gql/graphql'
import {useMe} from '../../members'
import {dealsOf} from '../../reports'
import {Block} from '../../ui/block'
import {Chart} from '../../ui/chart'
import {Lines} from '../../ui/chart_lines'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {type Target, To} from '../../ui/to'
import {useEstimate, usePeriodName} from './period'

type Told = NonNullable<ForecastAccuracyQuery['forecastAccuracy']>

const PERIODS = {MONTH: 12, QUARTER: 6}

/** What was forecast when past periods began, beside what came. */
export function useAccuracy(period: Period) {
  const [{data, error}, ask] = useQuery({
    query: ForecastAccuracyDocument,
    variables: {period, count: PERIODS[period]},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  return {told: data?.forecastAccuracy, error, again}
}

export function Accuracy({period, told, error, again}: {period: Period} & ReturnType<typeof useAccuracy>) {
  const {t} = useLingui()
  return (
    <Block
      wide
      title={t`How right it was`}
      about={t`What was expected on the first day of past periods, and what came by the last`}
      error={error}
      retry={again}
      waiting={told ? undefined : <Bone inline="100%" block={220} />}
    >
      {told?.periods.length ? (
        <>
          <Verdict told={told} />
          <Past told={told} period={period} />
        </>
      ) : (
        <p className="nothing">
          <Trans>No period is over yet since your first deal: the first comparison stands here after it.</Trans>
        </p>
      )}
      <p className="quiet">
        <Trans>
          Both sides are read from the history of the deals that you see, as it was known on each first day. What is not
          kept cannot be known: a deal that was deleted since is missing, teams are those of today, and rates and
          imported histories count from the days that they speak of. Deals made within a period were in no forecast of
          it.
        </Trans>
      </p>
    </Block>
  )
}

function Verdict({told: {error, plainError, inside, periods}}: {told: Told}) {
  const {percent} = useFormats()
  if (error == null || plainError == null) return null
  const [off, plain, many] = [percent(error), percent(plainError), periods.length]
  return (
    <p className="verdict num" data-better={error <= plainError}>
      {error <= plainError ? (
        <Trans>
          It was off by <strong>{off}</strong> of what came; “as much as the time before” would have been off by {plain}
          .
        </Trans>
      ) : (
        <Trans>
          It was off by <strong>{off}</strong> of what came, and “as much as the time before” only by {plain}: do not
          lean on the expected amount.
        </Trans>
      )}{' '}
      <Trans>
        The range held what came {inside} of {many} times.
      </Trans>
    </p>
  )
}

function Past({told, period}: {told: Told; period: Period}) {
  const {t} = useLingui()
  const {tenant} = useMe()
  const {money, compact} = useFormats()
  const estimate = useEstimate()
  const name = usePeriodName()
  const label = t`Expected and came`
  const names = {said: t`Expected`, came: t`Came`}
  const came = ({startsOn, endsOn}: Told['periods'][number]): Target =>
    dealsOf({}, {status: 'WON', from: startsOn, to: endsOn})
  const at = (startsOn: string): Target => ({
    to: '/forecast',
    search: {on: startsOn, ...(period === 'QUARTER' && {period: 'quarter'})},
  })
  const times = told.periods.map(({startsOn}) => name({period, startsOn}, true))
  const series = [
    {
      key: 'said',
      name: names.said,
      tone: 1,
      dashed: true,
      points: told.periods.map(({startsOn, expected}, index) => ({
        value: Number(expected.amount),
        label: `${times[index]}: ${estimate(expected)}`,
        target: at(startsOn),
      })),
    },
    {
      key: 'came',
      name: names.came,
      tone: 7,
      points: told.periods.map((one, index) => ({
        value: Number(one.won.amount),
        label: `${times[index]}: ${money(one.won)}`,
        target: came(one),
      })),
    },
  ]
  const table = {
    head: [t`Period`, names.said, t`Range`, names.came, t`Of deals known then`, t`Of deals made since`],
    rows: told.periods.map((one, index) => ({
      key: one.startsOn,
      cells: [
        times[index],
        estimate(one.expected),
        `${estimate(one.range.low)} – ${estimate(one.range.high)}`,
        <To key="came" opens={came(one)}>
          {money(one.won)}
        </To>,
        money(one.wonOfKnown),
        money(one.wonOfNew),
      ],
    })),
  }
  return (
    <Chart
      label={label}
      legend={[
        {key: 'said', label: names.said, tone: 1, look: 'dashed'},
        {key: 'range', label: t`Range`, tone: 1, look: 'soft'},
        {key: 'came', label: names.came, tone: 7},
      ]}
      table={table}
    >
      <Lines
        label={label}
        times={times}
        series={series}
        band={told.periods.map(({range}) => ({low: Number(range.low.amount), high: Number(range.high.amount)}))}
        show={(amount) => compact({amount: String(amount), currency: tenant.currency})}
        high={220}
      />
    </Chart>
  )
}
