import './total.css'
import {plural} from '@lingui/core/macro'
import {useLingui} from '@lingui/react/macro'
import type {TotalFragment} from '../gql/graphql'
import {useFormats} from './formats'

interface Props {
  of: TotalFragment | null | undefined
  short?: boolean
}

/** A sum in the company's currency; pointing at it tells what it is made of. */
export function Total({of, short = false}: Props) {
  const {money, compact} = useFormats()
  if (!of?.parts.some(({count, unrated}) => count > unrated)) return <bdi>–</bdi>
  const text = (short ? compact : money)(of.total)
  const foreign = of.parts.some(({sum}) => sum.currency !== of.total.currency)
  const made = of.parts.map(({sum}) => money(sum)).join(' + ')
  return <bdi title={foreign || short ? made : text}>{text}</bdi>
}

/** What lacks a rate, and so is not in the sum: said plainly, a currency each. */
export function Unrated({of}: Pick<Props, 'of'>) {
  const {t} = useLingui()
  const left = of?.parts.filter(({unrated}) => unrated > 0) ?? []
  return left.map(({sum: {currency}, unrated}) => (
    <span key={currency} className="unrated">
      {t`${plural(unrated, {
        one: `# deal in ${currency} is not counted: no rate`,
        other: `# deals in ${currency} are not counted: no rate`,
      })}`}
    </span>
  ))
}
