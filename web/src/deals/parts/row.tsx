import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {type CSSProperties, memo} from 'react'
import type {DealRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {today, useFormats} from '../../ui/formats'

interface Props {
  deal: DealRowFragment
  index: number
  current: boolean
  tabbable: boolean
  open: (deal: string) => void
}

/** The name is the link; the whole row is its larger target for the mouse. */
export const Row = memo(function Row({deal, index, current, tabbable, open}: Props) {
  const {money, day, span} = useFormats()
  const {t} = useLingui()
  const {stage} = deal
  const late = deal.status === 'OPEN' && deal.expectedCloseOn != null && deal.expectedCloseOn < today()
  return (
    <tr
      data-deal-row={deal.id}
      data-current={current || undefined}
      aria-rowindex={index}
      onClick={(event) => {
        if (!(event.target instanceof HTMLElement && event.target.closest('a'))) open(deal.id)
      }}
    >
      <td className="keep">
        <Link
          to="."
          search={(was) => ({...was, deal: deal.id})}
          resetScroll={false}
          preload={false}
          tabIndex={tabbable ? 0 : -1}
          title={deal.name}
          className="own"
          dir="auto"
        >
          {deal.name}
        </Link>
      </td>
      <td className="account">
        {deal.account ? (
          <span className="own" dir="auto">
            {deal.account.name}
          </span>
        ) : null}
      </td>
      <td>
        <span className="stage" data-kind={stage.kind} style={{'--step': stage.position} as CSSProperties}>
          <bdi>{stage.name}</bdi>
        </span>
      </td>
      <td className="end num keep" title={deal.amountEstimated ? t`Estimated from the list price` : undefined}>
        {deal.amountEstimated ? <span className="quiet">≈ </span> : null}
        {deal.amount ? <bdi>{money(deal.amount)}</bdi> : null}
      </td>
      <td className="owner">
        {deal.owner ? (
          <span className="person">
            <Avatar name={deal.owner.name} plain />
            <bdi className="clip">{deal.owner.name}</bdi>
          </span>
        ) : null}
      </td>
      <td className={late ? 'num late' : 'num'} title={late ? t`Overdue` : undefined}>
        {deal.status === 'OPEN' && deal.expectedCloseOn ? day(deal.expectedCloseOn) : null}
        {late ? <span className="vh">{t`Overdue`}</span> : null}
      </td>
      <td className="num closed">{deal.closedOn ? day(deal.closedOn) : null}</td>
      <td className="num spare">{deal.status === 'OPEN' ? span(deal.secondsInStage) : null}</td>
    </tr>
  )
})
