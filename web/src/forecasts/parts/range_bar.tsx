import {useLingui} from '@lingui/react/macro'
import {useDirection} from '@mantine/core'
import type {ForecastPageQuery} from '../../gql/graphql'
import {Chart} from '../../ui/chart'
import {useFormats} from '../../ui/formats'
import {Mark, To} from '../../ui/to'
import type {Lists} from '../links'
import {type Likely, useEstimate} from './period'

type Told = NonNullable<ForecastPageQuery['forecast']>

const HIGH = 52
const [TOP, TALL] = [14, 24]

/** One bar from what is won over what is expected to all that could come, with the range above it. */
export function RangeBar({told, lists, going}: {told: Told; lists: Lists; going?: Likely}) {
  const {t} = useLingui()
  const {dir} = useDirection()
  const {money} = useFormats()
  const estimate = useEstimate()
  const [won, expected, open] = [told.won, told.expected, told.open].map(({amount}) => Number(amount)) as Three
  const range = going ?? {...told.range, middle: told.expected}
  const [low, middle, high] = [range.low, range.middle, range.high].map(({amount}) => Number(amount)) as Three
  const all = Math.max(won + open, high)
  const wide = (value: number) => (all ? (value / all) * 100 : 0)
  const x = (start: number, width = 0) => `${dir === 'rtl' ? 100 - start - width : start}%`
  const piece = (from: number, to: number) => {
    const width = wide(Math.max(0, to - from))
    return {x: x(wide(from), width), width: `${width}%`, y: TOP, height: TALL, rx: 3}
  }
  const label = t`Won, expected and open`
  const rows = [
    {
      key: 'won',
      cells: [
        t`Won so far`,
        <To key="w" opens={lists.won()}>
          {money(told.won)}
        </To>,
      ],
    },
    {
      key: 'open',
      cells: [
        t`Open and due`,
        <To key="o" opens={lists.open()}>
          {money(told.open)}
        </To>,
      ],
    },
    {key: 'expected', cells: [t`Expected`, estimate(told.expected)]},
    ...(going
      ? [
          {key: 'likely', cells: [t`Likely, going by how right it was`, estimate(going.middle)]},
          {key: 'least', cells: [t`Likely at least`, estimate(going.low)]},
          {key: 'most', cells: [t`Likely at most`, estimate(going.high)]},
        ]
      : []),
    {key: 'low', cells: [t`At least, if every share is at its low end`, estimate(told.range.low)]},
    {key: 'high', cells: [t`At most, if every share is at its high end`, estimate(told.range.high)]},
  ]
  return (
    <Chart
      label={label}
      legend={[
        {key: 'won', label: t`Won`, tone: 7},
        {key: 'expected', label: t`Expected of the open deals`, tone: 1},
        {key: 'open', label: t`Open and due, whole`, tone: 1, look: 'soft'},
        {key: 'range', label: going ? t`Likely` : t`Range`, tone: 6, look: 'dashed'},
      ]}
      table={{head: [t`What`, t`Amount`], rows}}
    >
      <svg className="range-bar" width="100%" height={HIGH} direction={dir} role="group" aria-label={label}>
        <Mark opens={lists.open()} aria-label={`${t`Open and due`}: ${money(told.open)}`}>
          <rect className="piece whole" data-tone={1} {...piece(won, won + open)} />
          <rect className="piece" data-tone={1} {...piece(won, expected)} />
        </Mark>
        <Mark opens={lists.won()} aria-label={`${t`Won so far`}: ${money(told.won)}`}>
          <rect className="piece" data-tone={7} {...piece(0, won)} />
        </Mark>
        <g className="whisker" aria-hidden>
          <line x1={x(wide(low))} x2={x(wide(high))} y1={6} y2={6} />
          {[low, high].map((end, index) => (
            <line key={index} x1={x(wide(end))} x2={x(wide(end))} y1={2} y2={10} />
          ))}
          <line className="middle" x1={x(wide(middle))} x2={x(wide(middle))} y1={1} y2={TOP + TALL + 4} />
        </g>
      </svg>
    </Chart>
  )
}

type Three = [number, number, number]
