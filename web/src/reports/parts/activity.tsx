import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {ActivityCountsDocument, type ActivityCountsQuery, type ActivityKind} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {Chart} from '../../ui/chart'
import {Bars} from '../../ui/chart_bars'
import {useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {useKinds} from '../kinds'
import {doneBy, ownerOf, type Whose} from '../links'
import type {Days} from '../view'
import {BarsToCome} from './open_deals'

type Told = NonNullable<ActivityCountsQuery['activityCounts']>
type Person = Told['counts'][number]['owner']

const ORDER: ActivityKind[] = ['CALL', 'MEETING', 'TASK', 'NOTE']

/** What was done, by person and kind. */
export function Activity({whose, days}: {whose: Whose; days: Days}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const [{data, error}, ask] = useQuery({
    query: ActivityCountsDocument,
    variables: {...whose, ...days},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const told = data?.activityCounts
  return (
    <Block
      title={t`Activity`}
      about={`${day(days.since)} – ${day(days.until)}`}
      error={error}
      retry={again}
      waiting={told ? undefined : <BarsToCome />}
    >
      {told?.count ? (
        <ByPerson told={told} whose={whose} />
      ) : (
        <p className="nothing">
          <Trans>Nothing was done in these days: no call, meeting, task or note.</Trans>
        </p>
      )}
    </Block>
  )
}

function ByPerson({told, whose}: {told: Told; whose: Whose}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const kinds = useKinds()
  const span = {since: told.startsAt, before: told.endsAt}
  const people = new Map<string, {owner: Person; by: Map<ActivityKind, number>; count: number}>()
  for (const {owner, kind, count} of told.counts) {
    const one = people.get(owner?.id ?? '') ?? {owner, by: new Map<ActivityKind, number>(), count: 0}
    one.by.set(kind, count)
    one.count += count
    people.set(owner?.id ?? '', one)
  }
  const sorted = [...people.values()].sort((a, b) => b.count - a.count)
  const bars = sorted.map(({owner, by, count}) => {
    const name = owner?.name ?? t`Nobody`
    const his = {...whose, ...ownerOf(owner)}
    return {
      key: owner?.id ?? '',
      name,
      told: number(count),
      target: doneBy(his, span),
      pieces: ORDER.filter((kind) => by.has(kind)).map((kind) => ({
        key: kind,
        label: `${name}, ${kinds[kind]}: ${number(by.get(kind) ?? 0)}`,
        sign: Array.from(kinds[kind])[0],
        value: by.get(kind) ?? 0,
        tone: ORDER.indexOf(kind) + 1,
        target: doneBy(his, {...span, kind}),
      })),
    }
  })
  const table = {
    head: [t`Owner`, ...ORDER.map((kind) => kinds[kind]), t`Together`],
    rows: sorted.map(({owner, by, count}) => ({
      key: owner?.id ?? '',
      cells: [owner?.name ?? t`Nobody`, ...ORDER.map((kind) => number(by.get(kind) ?? 0)), number(count)],
    })),
  }
  const legend = ORDER.map((kind, index) => ({key: kind, label: kinds[kind], tone: index + 1}))
  return (
    <Chart label={t`Activity by person and kind`} legend={legend} table={table}>
      <Bars label={t`Activity by person and kind`} bars={bars} />
    </Chart>
  )
}
