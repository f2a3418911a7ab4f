import {useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {ResponseTimesDocument} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {Chart} from '../../ui/chart'
import {Lines} from '../../ui/chart_lines'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {type askedOf, behind, type Group, spanOf, type TimesView} from './view'
import {useLengths} from './words'

interface Props {
  view: TimesView
  asked: ReturnType<typeof askedOf>
  about: string
}

/** Whether we become faster: by the week in which the leads came. */
export function Weeks({view, asked, about}: Props) {
  const {t} = useLingui()
  const variables = {...asked, by: 'WEEK' as const, question: null}
  const [{data, error, fetching}, ask] = useQuery({
    query: ResponseTimesDocument,
    variables,
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  const groups = fetching ? undefined : data?.responseTimes?.groups
  if (asked.by === 'WEEK' || groups?.length === 1) return null
  return (
    <Block
      wide
      title={t`Week by week`}
      about={about}
      error={error}
      retry={again}
      waiting={groups ? undefined : <Bone inline="100%" block={190} />}
    >
      {groups?.length ? <Course groups={groups} view={view} /> : null}
    </Block>
  )
}

/** Shares, so that one lead that waits for weeks does not flatten all others; those that wait are not answered yet. */
function Course({groups, view}: {groups: Group[]; view: TimesView}) {
  const {t} = useLingui()
  const {day, number, percent} = useFormats()
  const {bounded} = useLengths(view.unit)
  const label = t`How many of the leads of each week were answered so soon`
  const lines = [
    {key: 'hour', name: t`within an hour`, tone: 2, within: 3_600},
    {key: 'day', name: t`within a day`, tone: 1, within: 86_400},
  ]
  const share = ({total}: Group, within: number) => {
    const soon = spanOf(total, view.unit).slices.filter((one) => (one.within ?? Infinity) <= within)
    return soon.reduce((sum, {leads}) => sum + leads, 0) / Math.max(total.leads, 1)
  }
  const series = lines.map(({key, name, tone, within}) => ({
    ...{key, name, tone},
    points: groups.map((one) => ({
      value: share(one, within),
      label: `${day(one.word ?? '')}: ${percent(share(one, within))} (${number(one.total.leads)})`,
      target: behind({...view, by: 'WEEK'}, {group: one.word ?? '', within}),
    })),
  }))
  const table = {
    head: [t`Week from`, t`Leads`, ...lines.map(({name}) => name), 'P50', 'P95'],
    rows: groups.map((one) => {
      const span = spanOf(one.total, view.unit)
      const shares = lines.map(({within}) => percent(share(one, within)))
      const spans = [span.p50OfAll, span.p95OfAll].map((seconds) => bounded(seconds, span.longest))
      return {key: one.word ?? '', cells: [day(one.word ?? ''), number(one.total.leads), ...shares, ...spans]}
    }),
  }
  return (
    <Chart label={label} legend={lines.map(({key, name, tone}) => ({key, label: name, tone}))} table={table}>
      <Lines label={label} times={groups.map(({word}) => day(word ?? ''))} series={series} show={percent} high={180} />
    </Chart>
  )
}
