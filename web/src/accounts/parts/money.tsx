import './money.css'
import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import type {AccountSumsFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {Total, Unrated} from '../../ui/total'

/** What the account has brought and may bring; each number leads to its deals. */
export function AccountMoney({account}: {account: AccountSumsFragment & {id: string}}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const shown = [
    {status: 'OPEN' as const, label: t`Open`, deals: account.openDeals},
    {status: 'WON' as const, label: t`Won`, deals: account.wonDeals},
    {status: 'LOST' as const, label: t`Lost`, deals: account.lostDeals},
  ]
  return (
    <ul className="account-money">
      {shown.map(({status, label, deals}) => (
        <li key={status} data-status={status}>
          <Link to="/deals" search={{account: account.id, status}}>
            <span className="quiet">
              {label} <span className="num">{number(deals.totalCount)}</span>
            </span>
            <strong className="num clip">
              <Total of={deals.convertedAmount} short />
            </strong>
            <Unrated of={deals.convertedAmount} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
