import {Trans, useLingui} from '@lingui/react/macro'
import {IconArrowDown, IconArrowUp, IconEqual} from '@tabler/icons-react'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {type DealTotalFragment, type Period, ProgressDocument, type StretchFragment} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {type Target, To} from '../../ui/to'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {dealsOf, doneBy, type Whose} from '../links'
import {Pace} from './pace'
import {LeftOut, useWorth} from './told'
import {Tiles} from './waiting'

interface Tile {
  key: string
  label: string
  now: string
  was: string
  /** More than before, less, or as much. */
  turn: number
  target: Target
}

/** This month, or quarter, beside the one before until the same day. */
export function Progress({whose, period, mine}: {whose: Whose; period: Period; mine: boolean}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const [{data, error}, ask] = useQuery({
    query: ProgressDocument,
    variables: {...whose, period},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const tiles = useTiles(data?.progress, whose)
  const now = data?.progress?.current
  const before = data?.progress?.before
  const titles = {
    MONTH: mine ? t`My month` : t`This month`,
    QUARTER: mine ? t`My quarter` : t`This quarter`,
  }
  const span = ({startsOn, endsOn}: StretchFragment) => `${day(startsOn)} – ${day(endsOn)}`
  const [current, earlier] = [now ? span(now) : '', before ? span(before) : '']
  return (
    <Block
      title={titles[period]}
      about={
        now ? (
          <Trans>
            <bdi>{current}</bdi>, beside <bdi>{earlier}</bdi>
          </Trans>
        ) : undefined
      }
      error={error}
      retry={again}
      waiting={
        now ? undefined : (
          <>
            <Tiles count={4} />
            <Bone inline="100%" block={190} />
          </>
        )
      }
    >
      <ul className="tiles" data-many="4" data-block="progress">
        {tiles.map((tile) => (
          <li key={tile.key} data-tile={tile.key}>
            <To opens={tile.target}>
              <strong className="num">{tile.now}</strong>
              <small>{tile.label}</small>
              <small className="change num">
                <Turn turn={tile.turn} />
                <Trans>before: {tile.was}</Trans>
              </small>
            </To>
          </li>
        ))}
      </ul>
      {now && before ? <Pace now={now} before={before} whose={whose} period={period} /> : null}
      {now ? <LeftOut total={now.won} /> : null}
    </Block>
  )
}

function Turn({turn}: {turn: number}) {
  const {t} = useLingui()
  if (turn > 0) return <IconArrowUp size={12} aria-label={t`more`} role="img" />
  if (turn < 0) return <IconArrowDown size={12} aria-label={t`less`} role="img" />
  return <IconEqual size={12} aria-label={t`as much`} role="img" />
}

function useTiles(
  progress: {current: StretchFragment; before: StretchFragment} | null | undefined,
  whose: Whose,
): Tile[] {
  const {t} = useLingui()
  const {number} = useFormats()
  const {short, value} = useWorth()
  if (!progress) return []
  const {current: now, before} = progress
  const days = {from: now.startsOn, to: now.endsOn}
  const tile = (
    key: string,
    label: string,
    pick: (one: StretchFragment) => DealTotalFragment,
    target: Target,
  ): Tile => ({
    key,
    label,
    now: short(pick(now)),
    was: short(pick(before)),
    turn: value(pick(now)) - value(pick(before)),
    target,
  })
  return [
    tile('won', t`Won`, ({won}) => won, dealsOf(whose, {status: 'WON', ...days})),
    {
      key: 'wins',
      label: t`Deals won`,
      now: number(now.won.deals),
      was: number(before.won.deals),
      turn: now.won.deals - before.won.deals,
      target: dealsOf(whose, {status: 'WON', ...days}),
    },
    {
      key: 'opened',
      label: t`Deals opened`,
      now: number(now.opened.deals),
      was: number(before.opened.deals),
      turn: now.opened.deals - before.opened.deals,
      target: dealsOf(whose, {openedFrom: now.startsAt, openedTo: now.endsAt}),
    },
    {
      key: 'activities',
      label: t`Activities`,
      now: number(now.activities),
      was: number(before.activities),
      turn: now.activities - before.activities,
      target: doneBy(whose, {since: now.startsAt, before: now.endsAt}),
    },
  ]
}
