import {Plural, Trans} from '@lingui/react/macro'
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
  const {unpriced, foreign, amount} = total
  if (!amount) {
    return (
      <p className="quiet">
        <Trans>Your role does not show amounts: these are numbers of deals.</Trans>
      </p>
    )
  }
  if (!unpriced && !foreign) return null
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
      {foreign ? (
        <li>
          <Plural
            value={foreign}
            one="# deal in another currency is not in the sum."
            other="# deals in another currency are not in the sum."
          />
        </li>
      ) : null}
    </ul>
  )
}

export function Deals({count}: {count: number}) {
  return <Plural value={count} one="# deal" other="# deals" />
}
