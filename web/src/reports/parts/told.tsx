import {plural} from '@lingui/core/macro'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import type {DealTotalFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'

/** What a total is drawn by: its amount, or how many there are where the role hides amounts. */
export function useWorth() {
  const {compact, money, number} = useFormats()
  return {
    value: ({amount, deals}: DealTotalFragment) => (amount ? Number(amount.amount) : deals),
    short: ({amount, deals}: DealTotalFragment) => (amount ? compact(amount) : number(deals)),
    full: ({amount, deals}: DealTotalFragment) => (amount ? money(amount) : number(deals)),
  }
}

/** What a sum leaves out, so that nobody takes it for everything. */
export function LeftOut({total}: {total: DealTotalFragment}) {
  const {t} = useLingui()
  const {unpriced, unrated, amount} = total
  if (!amount) {
    return (
      <p className="quiet">
        <Trans>Your role does not show amounts: these are numbers of deals.</Trans>
      </p>
    )
  }
  if (!unpriced && !unrated.length) return null
  return (
    <ul className="notes num">
      {unpriced ? (
        <li>
          <Plural
            value={unpriced}
            one="# deal without an amount counts as 0."
            other="# deals without an amount count as 0."
          />
        </li>
      ) : null}
      {unrated.map(({currency, deals}) => (
        <li key={currency}>
          {t`${plural(deals, {
            one: `# deal in ${currency} is not in this sum: no rate`,
            other: `# deals in ${currency} are not in this sum: no rate`,
          })}`}
        </li>
      ))}
    </ul>
  )
}

export function Deals({count}: {count: number}) {
  return <Plural value={count} one="# deal" other="# deals" />
}
