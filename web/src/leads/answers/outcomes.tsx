import {useLingui} from '@lingui/react/macro'
import type {LeadQualityQuery, ResponseGrouping} from '../../gql/graphql'
import {Chart} from '../../ui/chart'
import {Bars} from '../../ui/chart_bars'
import {useFormats} from '../../ui/formats'
import {behind, groupOf, type Stand, type TimesView} from './view'
import {useAnswerWords} from './words'

export type Found = NonNullable<LeadQualityQuery['leadQuality']>

interface Props {
  found: Found
  by: ResponseGrouping
  view: TimesView
}

/** Each source as a bar: from those that became something to those that were none. */
export function Outcomes({found, by, view}: Props) {
  const {t} = useLingui()
  const {number, percent} = useFormats()
  const {nameOf} = useAnswerWords()
  const names = {
    converted: t`converted`,
    qualified: t`qualified`,
    open: t`still worked on`,
    unfit: t`unfit`,
  }
  const kinds: {key: keyof typeof names; tone: number; sign: string; stands: Stand}[] = [
    {key: 'converted', tone: 7, sign: '✓', stands: 'CONVERTED'},
    {key: 'qualified', tone: 2, sign: '★', stands: 'QUALIFIED'},
    {key: 'open', tone: 1, sign: '…', stands: 'OPEN'},
    {key: 'unfit', tone: 6, sign: '✕', stands: 'UNFIT'},
  ]
  const lines = found.map((one) => {
    const {leads, qualified, converted, unfit} = one
    const counts = {converted, qualified: qualified - converted, open: leads - qualified - unfit, unfit}
    return {group: groupOf(one), name: nameOf(by, one), counts, good: percent(qualified / leads)}
  })
  const bars = lines.map(({group, name, counts, good}) => ({
    key: group,
    name,
    told: good,
    target: behind(view, {group, stands: 'RIPE'}),
    pieces: kinds
      .filter(({key}) => counts[key])
      .map(({key, tone, sign, stands}) => ({
        ...{key, tone, sign},
        label: `${name}, ${names[key]}: ${number(counts[key])}`,
        value: counts[key],
        target: behind(view, {group, stands}),
      })),
  }))
  const table = {
    head: [t`Group`, ...kinds.map(({key}) => names[key])],
    rows: lines.map(({group, name, counts}) => ({
      key: group,
      cells: [name, ...kinds.map(({key}) => number(counts[key]))],
    })),
  }
  const label = t`What became of the leads; at the end, the share that is qualified or converted`
  return (
    <Chart label={label} legend={kinds.map(({key, tone}) => ({key, tone, label: names[key]}))} table={table}>
      <Bars label={label} bars={bars} />
    </Chart>
  )
}
