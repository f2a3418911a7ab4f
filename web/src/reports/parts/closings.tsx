import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {ClosingsDocument, type ClosingsQuery, type DealStatus} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {To} from '../../ui/to'
import {Chart} from '../../ui/chart'
import {Bars} from '../../ui/chart_bars'
import {useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {dealsOf, ownerOf, type Whose} from '../links'
import type {Days} from '../view'
import {BarsToCome} from './open_deals'
import {ByReason} from './reasons'
import {Deals, LeftOut, useWorth} from './told'

type Told = NonNullable<ClosingsQuery['closings']>

/** What was won and what was lost, and by whom. */
export function Closings({whose, days}: {whose: Whose; days: Days}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const [{data, error}, ask] = useQuery({
    query: ClosingsDocument,
    variables: {...whose, ...days},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const told = data?.closings
  return (
    <Block
      title={t`Won and lost`}
      about={`${day(days.since)} – ${day(days.until)}`}
      error={error}
      retry={again}
      waiting={told ? undefined : <BarsToCome />}
    >
      {told?.owners.length ? (
        <>
          <Sums told={told} whose={whose} days={days} />
          <ByOwner told={told} whose={whose} days={days} />
          {told.reasons?.length ? <ByReason reasons={told.reasons} whose={whose} days={days} /> : null}
          <LeftOut total={told.won} />
        </>
      ) : (
        <p className="nothing">
          <Trans>Nothing closed in these days.</Trans>
        </p>
      )}
    </Block>
  )
}

function Sums({told, whose, days}: {told: Told; whose: Whose; days: Days}) {
  const {t} = useLingui()
  const {percent} = useFormats()
  const {full} = useWorth()
  const span = {from: days.since, to: days.until}
  const closed = told.won.deals + told.lost.deals
  const share = percent(closed ? told.won.deals / closed : 0)
  const sides = [
    {key: 'won', label: t`Won`, total: told.won, status: 'WON' as const},
    {key: 'lost', label: t`Lost`, total: told.lost, status: 'LOST' as const},
  ]
  return (
    <ul className="tiles" data-many="3" data-block="closings">
      {sides.map(({key, label, total, status}) => (
        <li key={key} data-tile={key}>
          <To opens={dealsOf(whose, {status, ...span})}>
            <strong className="num">{full(total)}</strong>
            <small>
              {label} · <Deals count={total.deals} />
            </small>
          </To>
        </li>
      ))}
      <li>
        <span className="tile">
          <strong className="num">{share}</strong>
          <small>
            <Trans>of the closed deals were won</Trans>
          </small>
        </span>
      </li>
    </ul>
  )
}

function ByOwner({told, whose, days}: {told: Told; whose: Whose; days: Days}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const {value, full} = useWorth()
  const names = {WON: t`Won`, LOST: t`Lost`, OPEN: ''}
  const target = (owner: {id: string} | null | undefined, status: DealStatus) =>
    dealsOf({...whose, ...ownerOf(owner)}, {status, from: days.since, to: days.until})
  const bars = told.owners.map(({owner, won, lost}) => {
    const name = owner?.name ?? t`Nobody`
    const pieces = (
      [
        ['WON', won, 7, '✓'],
        ['LOST', lost, 6, '✕'],
      ] as const
    ).map(([status, total, tone, sign]) => ({
      key: status,
      label: `${name}, ${names[status]}: ${full(total)} (${number(total.deals)})`,
      sign,
      value: value(total),
      tone,
      target: target(owner, status),
    }))
    return {
      key: owner?.id ?? '',
      name,
      pieces: pieces.filter((one) => one.value > 0),
      told: full(won),
      target: target(owner, 'WON'),
    }
  })
  const table = {
    head: [t`Owner`, t`Won`, t`Deals won`, t`Lost`, t`Deals lost`],
    rows: told.owners.map(({owner, won, lost}) => ({
      key: owner?.id ?? '',
      cells: [owner?.name ?? t`Nobody`, full(won), number(won.deals), full(lost), number(lost.deals)],
    })),
  }
  const legend = [
    {key: 'WON', label: t`Won`, tone: 7},
    {key: 'LOST', label: t`Lost, by what they were worth`, tone: 6},
  ]
  return (
    <Chart label={t`Won and lost by person`} legend={legend} table={table}>
      <Bars label={t`Won and lost by person`} bars={bars} />
    </Chart>
  )
}
