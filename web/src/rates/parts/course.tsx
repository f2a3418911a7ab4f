import {useLingui} from '@lingui/react/macro'
import type {RateRowFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'

const WIDE = 600
const HIGH = 72

/** How a currency went, as steps; time runs from the page's start side. The table below says the same in figures. */
export function Course({rates}: {rates: RateRowFragment[]}) {
  const {t} = useLingui()
  const {day, rateOf} = useFormats()
  const points = rates.map(({startsOn, rate}) => ({at: Date.parse(startsOn), rate: Number(rate)})).reverse()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first.at === last.at) return null
  const values = points.map(({rate}) => rate)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (at: number) => ((at - first.at) / (last.at - first.at)) * WIDE
  const y = (rate: number) => (high === low ? HIGH / 2 : HIGH - ((rate - low) / (high - low)) * HIGH)
  const steps = points.map(({at, rate}, index) => (index ? `H${x(at)}V${y(rate)}` : `M${x(at)} ${y(rate)}`)).join('')
  const [currency, from, to] = [
    rates[0]?.currency ?? '',
    day(rates.at(-1)?.startsOn ?? ''),
    day(rates[0]?.startsOn ?? ''),
  ]
  const [lowest, highest] = [rateOf(String(low)), rateOf(String(high))]
  return (
    <figure className="course">
      <svg
        viewBox={`0 -4 ${WIDE} ${HIGH + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`${currency} from ${from} to ${to}: between ${lowest} and ${highest}`}
      >
        <path d={steps} />
      </svg>
      <figcaption className="quiet num">
        <span>{from}</span>
        <bdi>
          {lowest} – {highest}
        </bdi>
        <span>{to}</span>
      </figcaption>
    </figure>
  )
}
