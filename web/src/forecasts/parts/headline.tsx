import {Plural, Trans, useLingui} from '@lingui/react/macro'
import type {ForecastAccuracyQuery, ForecastPageQuery} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import type {Lists} from '../links'
import type {Phase} from '../view'
import {type Likely, likely, useEstimate} from './period'
import {RangeBar} from './range_bar'

type Told = NonNullable<ForecastPageQuery['forecast']>

type ForecastRatio = NonNullable<ForecastAccuracyQuery['forecastAccuracy']>['ratio']

interface Props {
  told: Told
  said?: ForecastPageQuery['said']
  ratio: ForecastRatio | null | undefined
  phase: Phase
  lists: Lists
  again: () => void
}

/** What came, what is expected and between which ends, and what there is for it. */
export function Headline({told, said, ratio, phase, lists, again}: Props) {
  const {t} = useLingui()
  const {day} = useFormats()
  const span = `${day(told.startsOn)} – ${day(told.endsOn)}`
  const titles = {
    over: t`What it brought`,
    running: t`What it will probably bring`,
    coming: t`What it will probably bring`,
  }
  const going = phase === 'running' ? likely(ratio, said?.expected, told.won) : undefined
  return (
    <Block wide title={titles[phase]} about={<bdi>{span}</bdi>} retry={again}>
      {phase === 'over' ? null : <Tiles told={told} lists={lists} going={going} />}
      {phase === 'over' ? (
        <To opens={lists.won()} className="big" data-number="won">
          <Won told={told} />
        </To>
      ) : (
        <RangeBar told={told} lists={lists} going={going} />
      )}
      {said ? <Said told={told} said={said} phase={phase} /> : null}
    </Block>
  )
}

function Won({told}: {told: Told}) {
  const {money} = useFormats()
  return (
    <>
      <strong className="num">{money(told.won)}</strong>
      <span>
        <Plural value={told.wonDeals} one="# deal won" other="# deals won" />
      </span>
    </>
  )
}

function Tiles({told, lists, going}: {told: Told; lists: Lists; going?: Likely}) {
  const {money} = useFormats()
  const estimate = useEstimate()
  const [low, high] = [estimate(told.range.low), estimate(told.range.high)]
  return (
    <ul className="tiles" data-many={going ? 4 : 3} data-block="headline">
      {going ? <Going going={going} /> : null}
      <li data-tile="expected" className={going ? undefined : 'main'}>
        <span className="tile">
          <strong className="num">{estimate(told.expected)}</strong>
          <small>
            <Trans>
              Expected by the shares, between {low} and {high}
            </Trans>
          </small>
        </span>
      </li>
      <li data-tile="won">
        <To opens={lists.won()}>
          <strong className="num">{money(told.won)}</strong>
          <small>
            <Trans>Won so far</Trans> · <Plural value={told.wonDeals} one="# deal" other="# deals" />
          </small>
        </To>
      </li>
      <li data-tile="open">
        <To opens={lists.open()}>
          <strong className="num">{money(told.open)}</strong>
          <small>
            <Trans>Open and due</Trans> · <Plural value={told.openDeals} one="# deal" other="# deals" />
          </small>
        </To>
      </li>
    </ul>
  )
}

/** What the shares promise, less what such promises were wrong by. */
function Going({going}: {going: Likely}) {
  const estimate = useEstimate()
  const [low, high] = [estimate(going.low), estimate(going.high)]
  return (
    <li data-tile="likely" className="main">
      <span className="tile">
        <strong className="num">{estimate(going.middle)}</strong>
        <small>
          <Trans>
            Likely, going by how right it was, between {low} and {high}
          </Trans>
        </small>
      </span>
    </li>
  )
}

/** What the same reckoning said on the first day, from the history as it was then. */
function Said({told, said, phase}: {told: Told; said: NonNullable<Props['said']>; phase: Phase}) {
  const {day} = useFormats()
  const estimate = useEstimate()
  const [on, expected] = [day(said.on), estimate(said.expected)]
  const [low, high] = [estimate(said.range.low), estimate(said.range.high)]
  const change = Number(told.expected.amount) - Number(said.expected.amount)
  const by = estimate({amount: String(Math.abs(change)), currency: told.expected.currency})
  return (
    <p className="quiet num" data-number="said">
      <Trans>
        On {on}, as the period began, {expected} were expected, between {low} and {high}.
      </Trans>{' '}
      {phase === 'over' ? (
        change >= 0 ? (
          <Trans>It brought {by} more.</Trans>
        ) : (
          <Trans>It brought {by} less.</Trans>
        )
      ) : change >= 0 ? (
        <Trans>Now it is {by} more.</Trans>
      ) : (
        <Trans>Now it is {by} less.</Trans>
      )}
    </p>
  )
}
