import {Plural, Trans, useLingui} from '@lingui/react/macro'
import type {ResponseTotalFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import {behind, partsOf, spanOf, type TimesView} from './view'
import {useLengths} from './words'

/** The numbers of all leads; each opens them. */
export function Tiles({total, view}: {total: ResponseTotalFragment; view: TimesView}) {
  const {t} = useLingui()
  const {number, percent} = useFormats()
  const {bounded} = useLengths(view.unit)
  const span = spanOf(total, view.unit)
  const soon = partsOf(total, view.unit)
    .slice(0, 2)
    .reduce((sum, {leads}) => sum + leads, 0)
  const tiles = [
    {key: 'p50', value: bounded(span.p50OfAll, span.longest), label: t`half waited no longer`, search: {}},
    {key: 'p95', value: bounded(span.p95OfAll, span.longest), label: t`95 of 100 waited no longer`, search: {}},
    {key: 'soon', value: percent(soon / total.leads), label: t`answered within an hour`, search: {within: 3_600}},
    {key: 'waiting', value: number(total.waiting), label: t`still waiting`, search: {state: 'WAITING' as const}},
  ]
  const open = total.waiting
  return (
    <>
      <ul className="tiles" data-many="4">
        {tiles.map(({key, value, label, search}) => (
          <li key={key} data-tile={key}>
            <To opens={behind(view, search)}>
              <strong className="num">{value}</strong>
              <small>{label}</small>
            </To>
          </li>
        ))}
      </ul>
      {open ? (
        <p className="quiet">
          <Plural
            value={open}
            one="The lead that still waits counts too, as one that waits at least as long as it has until now."
            other="The # leads that still wait count too, as ones that wait at least as long as they have until now."
          />{' '}
          <Trans>So nobody makes a number prettier by not answering.</Trans>
        </p>
      ) : null}
    </>
  )
}
