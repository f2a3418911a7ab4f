import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import type {DealBriefFragment} from '../../gql/graphql'
import {today, useFormats} from '../../ui/formats'

/** Deals in a few words each: on the pages of what they belong to. */
export function DealLines({deals}: {deals: readonly DealBriefFragment[]}) {
  return (
    <ul className="line-items">
      {deals.map((deal) => (
        <DealLine key={deal.id} deal={deal} />
      ))}
    </ul>
  )
}

function DealLine({deal}: {deal: DealBriefFragment}) {
  const {t} = useLingui()
  const {money, day} = useFormats()
  const {status, expectedCloseOn, closedOn} = deal
  const late = status === 'OPEN' && expectedCloseOn != null && expectedCloseOn < today()
  const on = status === 'OPEN' ? expectedCloseOn : closedOn
  return (
    <li>
      <div className="two">
        <Link to="/deals/$id" params={{id: deal.id}} className="own" dir="auto">
          {deal.name}
        </Link>
        <small className="own" dir="auto">
          {deal.stage.name}
        </small>
      </div>
      <div className="end num">
        <span>{deal.amount ? money(deal.amount) : '–'}</span>
        {on ? (
          <small className={late ? 'late' : undefined} title={late ? t`Overdue` : undefined}>
            {day(on)}
            {late ? <span className="vh">{t`Overdue`}</span> : null}
          </small>
        ) : null}
      </div>
    </li>
  )
}
