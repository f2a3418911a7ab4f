import './amount.css'
import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMe} from '../../members'
import {offered} from '../../ui/currencies'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import {Pick} from '../../ui/pick'
import {useEdit} from '../edits'
import type {OneDeal} from '../shapes'

/** What a deal is worth and in which currency, both changed where they stand. */
export function Amount({deal}: {deal: OneDeal}) {
  const {t} = useLingui()
  const {money} = useFormats()
  const {tenant} = useMe()
  const edit = useEdit()
  const {amount} = deal
  /** Of what is typed next, while there is no amount. */
  const [next, setNext] = useState(tenant.currency)
  const currency = amount?.currency ?? next
  const rename = (code = currency) => {
    if (amount) return edit(deal, {amount: {amount: amount.amount, currency: code}})
    setNext(code)
    return Promise.resolve(null)
  }
  return (
    <>
      <span className="deal-amount">
        <Inline
          label={t`Amount, ${currency}`}
          type="number"
          value={amount ? amount.amount.replace(/\.0+$/, '') : ''}
          save={(typed) => edit(deal, {amount: typed ? {amount: typed, currency} : null})}
        >
          <span className="num big">{amount ? money(amount) : t`Not set`}</span>
          {deal.amountEstimated ? <span className="quiet">{t`estimated`}</span> : null}
        </Inline>
        <Pick
          bare
          required
          label={t`Currency`}
          choices={offered(tenant.currency, currency).map((code) => ({value: code, label: code}))}
          value={currency}
          save={rename}
        />
      </span>
      <Worth deal={deal} />
    </>
  )
}

/** What an amount in another currency is in the company's, with the rate that says so and its day. */
function Worth({deal: {amount, convertedAmount, rate}}: {deal: OneDeal}) {
  const {t} = useLingui()
  const {money, rateOf, day} = useFormats()
  const {tenant} = useMe()
  if (!amount || amount.currency === tenant.currency) return null
  if (!convertedAmount) return <span className="quiet">{t`No rate of ${amount.currency}: not counted in sums`}</span>
  // The currency was changed a moment ago: the server has not said yet what that is worth.
  if (rate?.currency !== amount.currency) return null
  const worth = money({amount: convertedAmount, currency: tenant.currency})
  const [one, on] = [rateOf(rate.rate), day(rate.startsOn)]
  return <span className="quiet num">{t`${worth} at ${one}, the rate of ${on}`}</span>
}
