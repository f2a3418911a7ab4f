import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import {useMe, usePeople} from '../../members'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import {useEdit} from '../edits'
import type {OneDeal} from '../shapes'

/** What is known of a deal; amount, expected close and owner are changed where they stand. */
export function Facts({deal}: {deal: OneDeal}) {
  const {t} = useLingui()
  const {money, day, moment, momentInFull} = useFormats()
  const {tenant} = useMe()
  const {people} = usePeople()
  const edit = useEdit()
  const [ownerWhy, setOwnerWhy] = useState<string | null>(null)
  const currency = deal.amount?.currency ?? tenant.currency
  const closed = deal.status !== 'OPEN'
  return (
    <dl className="facts">
      <dt>
        <Trans>Amount</Trans>
      </dt>
      <dd>
        <Inline
          label={t`Amount, ${currency}`}
          type="number"
          value={deal.amount ? deal.amount.amount.replace(/\.0+$/, '') : ''}
          save={(amount) => edit(deal, {amount: amount ? {amount, currency} : null})}
        >
          <span className="num big">{deal.amount ? money(deal.amount) : t`Not set`}</span>
          {deal.amountEstimated ? <span className="quiet">{t`estimated`}</span> : null}
        </Inline>
      </dd>
      {deal.realizedAmount && deal.status === 'WON' && deal.realizedAmount.amount !== deal.amount?.amount ? (
        <>
          <dt>
            <Trans>Brought in</Trans>
          </dt>
          <dd className="num">{money(deal.realizedAmount)}</dd>
        </>
      ) : null}
      <dt>
        <Trans>Owner</Trans>
      </dt>
      <dd>
        <Chooser
          label={t`Owner`}
          required
          choices={people.map(({id, name}) => ({value: id, label: name, icon: <Avatar name={name} size={20} plain />}))}
          value={deal.owner?.id}
          name={deal.owner?.name}
          onChange={(ownerId) => {
            if (ownerId && ownerId !== deal.owner?.id) void edit(deal, {ownerId}).then(setOwnerWhy)
          }}
        />
        {ownerWhy ? (
          <span className="inline-why" role="alert">
            {ownerWhy}
          </span>
        ) : null}
      </dd>
      <dt>{closed ? <Trans>Closed on</Trans> : <Trans>Expected to close</Trans>}</dt>
      <dd className="num">
        {closed ? (
          ((deal.closedOn && day(deal.closedOn)) ?? '–')
        ) : (
          <Inline
            label={t`Expected to close`}
            type="date"
            value={deal.expectedCloseOn ?? ''}
            save={(on) => edit(deal, {expectedCloseOn: on || null})}
          >
            {deal.expectedCloseOn ? day(deal.expectedCloseOn) : t`Not set`}
          </Inline>
        )}
      </dd>
      {deal.account ? (
        <>
          <dt>
            <Trans>Account</Trans>
          </dt>
          <dd>
            <Link to="/deals" search={{account: deal.account.id, deal: deal.id}} title={t`Its other deals`}>
              <bdi>{deal.account.name}</bdi>
            </Link>
          </dd>
        </>
      ) : null}
      {deal.contact ? (
        <>
          <dt>
            <Trans>Contact</Trans>
          </dt>
          <dd>
            <bdi>{deal.contact.name}</bdi>
            {deal.contact.email ? (
              <a className="ltr" href={`mailto:${deal.contact.email}`}>
                {deal.contact.email}
              </a>
            ) : null}
          </dd>
        </>
      ) : null}
      <dt>
        <Trans>Opened</Trans>
      </dt>
      <dd className="num" title={momentInFull(deal.openedAt)}>
        {moment(deal.openedAt)}
      </dd>
      {deal.externalId ? (
        <>
          <dt>
            <Trans>Reference</Trans>
          </dt>
          <dd>
            <span className="ltr">{deal.externalId}</span>
          </dd>
        </>
      ) : null}
    </dl>
  )
}
