import {Trans, useLingui} from '@lingui/react/macro'
import type {ForecastPageQuery, ForecastPartFragment} from '../../gql/graphql'
import {ownerOf, type Whose} from '../../reports'
import {Block} from '../../ui/block'
import {Chart} from '../../ui/chart'
import {Bars} from '../../ui/chart_bars'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import type {Lists} from '../links'
import {useEstimate} from './period'

interface Props {
  told: NonNullable<ForecastPageQuery['forecast']>
  lists: Lists
  again: () => void
  over: boolean
}

interface Part {
  key: string
  name: string
  /** Whose deals they are; none where no list tells them. */
  whose?: Whose
  one: ForecastPartFragment
}

export function People({told, lists, again, over}: Props) {
  const {t} = useLingui()
  const parts = told.byOwner.map((one) => ({
    key: one.owner?.id ?? '',
    name: one.owner?.name ?? t`Nobody`,
    whose: ownerOf(one.owner),
    one,
  }))
  return (
    <Block title={t`By person`} about={<Meant over={over} />} retry={again}>
      <Parts label={t`Expected by person`} what={t`Owner`} parts={parts} lists={lists} over={over} />
    </Block>
  )
}

export function Teams({told, lists, again, over}: Props) {
  const {t} = useLingui()
  const parts = told.byTeam.map((one) => ({
    key: one.team?.id ?? '',
    name: one.team?.name ?? t`No team`,
    whose: one.team ? {team: one.team.id} : undefined,
    one,
  }))
  return (
    <Block title={t`By team`} about={<Meant over={over} />} retry={again}>
      <Parts label={t`Expected by team`} what={t`Team`} parts={parts} lists={lists} over={over} />
    </Block>
  )
}

function Meant({over}: Pick<Props, 'over'>) {
  if (over) return <Trans>What was won, in the company’s currency</Trans>
  return <Trans>Won, and expected of what is open, in the company’s currency</Trans>
}

interface PartsProps extends Pick<Props, 'lists' | 'over'> {
  label: string
  what: string
  parts: Part[]
}

function Parts({label, what, parts, lists, over}: PartsProps) {
  const {t} = useLingui()
  const {money, number} = useFormats()
  const estimate = useEstimate()
  if (!parts.length) {
    return (
      <p className="nothing">
        <Trans>Nothing was won and nothing is due in this period.</Trans>
      </p>
    )
  }
  const bars = parts.map(({key, name, whose, one}) => {
    const rest = Math.max(0, Number(one.expected.amount) - Number(one.won.amount))
    const given = estimate({...one.expected, amount: String(rest)})
    const pieces = [
      {
        key: 'won',
        label: `${name}, ${t`Won`}: ${money(one.won)} (${number(one.wonDeals)})`,
        sign: '✓',
        value: Number(one.won.amount),
        tone: 7,
        target: lists.won(whose),
      },
      {
        key: 'open',
        label: t`${name}: ${given} expected of ${money(one.open)} open (${number(one.openDeals)})`,
        value: rest,
        tone: 1,
        target: lists.open(whose),
      },
    ]
    return {key, name, pieces: whose ? pieces.filter(({value}) => value > 0) : [], told: estimate(one.expected)}
  })
  const linked = (whose: Whose | undefined, list: 'won' | 'open', text: string) =>
    whose ? (
      <To key={list} opens={lists[list](whose)} data-number={list}>
        {text}
      </To>
    ) : (
      text
    )
  const table = {
    head: [what, t`Won`, t`Open and due`, t`Expected`],
    rows: parts.map(({key, name, whose, one}) => ({
      key,
      cells: [
        name,
        linked(whose, 'won', money(one.won)),
        linked(whose, 'open', money(one.open)),
        estimate(one.expected),
      ],
    })),
  }
  const legend = [
    {key: 'won', label: t`Won`, tone: 7},
    ...(over ? [] : [{key: 'open', label: t`Expected of the open deals`, tone: 1}]),
  ]
  return (
    <Chart label={label} legend={legend} table={table}>
      <Bars label={label} bars={bars} />
    </Chart>
  )
}
