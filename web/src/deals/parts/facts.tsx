import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useMe} from '../../members'
import {AccountChooser, ContactChooser, OwnerChooser} from '../../search'
import {Fact, FactList} from '../../ui/facts'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import {useEdit} from '../edits'
import type {OneDeal} from '../shapes'
import {Why} from './why'

/** What is known of a deal, changed where it stands; `whole` on its page, where its account can be changed too. */
export function Facts({deal, whole = false}: {deal: OneDeal; whole?: boolean}) {
  const {t} = useLingui()
  const {money, day, moment, momentInFull} = useFormats()
  const {tenant} = useMe()
  const edit = useEdit()
  const currency = deal.amount?.currency ?? tenant.currency
  const {realizedAmount} = deal
  return (
    <FactList>
      <Fact label={t`Amount`}>
        <Inline
          label={t`Amount, ${currency}`}
          type="number"
          value={deal.amount ? deal.amount.amount.replace(/\.0+$/, '') : ''}
          save={(amount) => edit(deal, {amount: amount ? {amount, currency} : null})}
        >
          <span className="num big">{deal.amount ? money(deal.amount) : t`Not set`}</span>
          {deal.amountEstimated ? <span className="quiet">{t`estimated`}</span> : null}
        </Inline>
        <Worth deal={deal} />
      </Fact>
      {realizedAmount && deal.status === 'WON' && realizedAmount.amount !== deal.amount?.amount ? (
        <Fact label={t`Brought in`} num>
          {money(realizedAmount)}
        </Fact>
      ) : null}
      <Fact label={t`Owner`}>
        <OwnerChooser value={deal.owner} save={(ownerId) => edit(deal, {ownerId})} />
      </Fact>
      {deal.status === 'OPEN' ? (
        <Fact label={t`Expected to close`} num>
          <Inline
            label={t`Expected to close`}
            type="date"
            value={deal.expectedCloseOn ?? ''}
            save={(on) => edit(deal, {expectedCloseOn: on || null})}
          >
            {deal.expectedCloseOn ? day(deal.expectedCloseOn) : t`Not set`}
          </Inline>
        </Fact>
      ) : (
        <Fact label={t`Closed on`} num>
          {deal.closedOn ? day(deal.closedOn) : '–'}
        </Fact>
      )}
      {deal.status === 'LOST' ? <Why deal={deal} /> : null}
      {whole ? (
        <>
          <Fact label={t`Account`}>
            <AccountChooser value={deal.account} save={(one) => edit(deal, {accountId: one?.id ?? null})} />
          </Fact>
          <Fact label={t`Contact`}>
            <ContactChooser
              value={deal.contact}
              account={deal.account?.id}
              save={(one) => edit(deal, {contactId: one?.id ?? null})}
            />
          </Fact>
        </>
      ) : (
        <Belonging deal={deal} />
      )}
      <Fact label={t`Opened`} num title={momentInFull(deal.openedAt)}>
        {moment(deal.openedAt)}
      </Fact>
      {deal.externalId ? (
        <Fact label={t`Reference`}>
          <span className="ltr">{deal.externalId}</span>
        </Fact>
      ) : null}
    </FactList>
  )
}

/** What an amount in another currency is in the company's, with the rate that says so and its day. */
function Worth({deal: {amount, convertedAmount, rate}}: {deal: OneDeal}) {
  const {t} = useLingui()
  const {money, rateOf, day} = useFormats()
  const {tenant} = useMe()
  if (!amount || amount.currency === tenant.currency) return null
  if (!convertedAmount || !rate)
    return <span className="quiet">{t`No rate of ${amount.currency}: not counted in sums`}</span>
  const worth = money({amount: convertedAmount, currency: tenant.currency})
  const [one, on] = [rateOf(rate.rate), day(rate.startsOn)]
  return <span className="quiet num">{t`${worth} at ${one}, the rate of ${on}`}</span>
}

/** In a panel the account and the contact are ways to their own pages. */
function Belonging({deal: {account, contact}}: {deal: OneDeal}) {
  const {t} = useLingui()
  return (
    <>
      {account ? (
        <Fact label={t`Account`}>
          <Link to="/accounts/$id" params={{id: account.id}}>
            <bdi>{account.name}</bdi>
          </Link>
        </Fact>
      ) : null}
      {contact ? (
        <Fact label={t`Contact`}>
          <Link to="/contacts/$id" params={{id: contact.id}}>
            <bdi>{contact.name}</bdi>
          </Link>
          {contact.email ? (
            <a className="ltr" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
          ) : null}
        </Fact>
      ) : null}
    </>
  )
}
