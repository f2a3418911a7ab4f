import {useLingui} from '@lingui/react/macro'
import {Chart} from '../../ui/chart'
import {Bars} from '../../ui/chart_bars'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import {type askedOf, behind, type Group, groupOf, type Part, partsOf, spanOf, type TimesView} from './view'
import {useAnswerWords, useLengths} from './words'

interface Props {
  groups: Group[]
  view: TimesView
  asked: ReturnType<typeof askedOf>
}

/** Each group as a bar, from those who were answered at once to those who wait still. */
export function ByGroup({groups, view, asked}: Props) {
  const {t} = useLingui()
  const {number, span: short} = useFormats()
  const {parts: names, nameOf} = useAnswerWords()
  const {bounded} = useLengths(view.unit)
  const signOf = ({search: {within, over, state}}: Part) =>
    within ? short(within) : over ? '+' : state === 'WAITING' ? '…' : '✕'
  const lines = groups.map((one) => {
    const {total} = one
    const span = spanOf(total, view.unit)
    const [key, name] = [groupOf(one), nameOf(asked.by, one)]
    return {key, name, total, half: bounded(span.p50OfAll, span.longest), parts: partsOf(total, view.unit)}
  })
  const bars = lines.map(({key, name, half, parts}) => ({
    key,
    name,
    told: half,
    target: behind(view, {group: key}),
    pieces: parts
      .filter(({leads}) => leads)
      .map((part) => ({
        key: part.key,
        label: `${name}, ${names[part.key]}: ${number(part.leads)}`,
        sign: signOf(part),
        value: part.leads,
        tone: part.tone,
        target: behind(view, {group: key, ...part.search}),
      })),
  }))
  const kinds = lines[0]?.parts ?? []
  const table = {
    head: [t`Group`, ...kinds.map(({key}) => names[key] ?? '')],
    rows: lines.map(({key, name, parts}) => ({
      key,
      cells: [
        name,
        ...parts.map((part) => (
          <To key={part.key} opens={behind(view, {group: key, ...part.search})}>
            {number(part.leads)}
          </To>
        )),
      ],
    })),
  }
  const legend = kinds.map(({key, tone}) => ({key, tone, label: names[key] ?? ''}))
  const label = t`How soon leads were answered; at the end, how long half of them waited at most`
  return (
    <Chart label={label} legend={legend} table={table}>
      <Bars label={label} bars={bars} />
    </Chart>
  )
}
