import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {AccountChooser, ContactChooser, OwnerChooser} from '../../search'
import {Fact, FactList} from '../../ui/facts'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import {useEdit} from '../edits'
import type {OneDeal} from '../shapes'
import {Amount} from './amount'
import {Why} from './why'

/** What is known of a deal, changed where it stands; `whole` on its page, where its account can be changed too. */
export function Facts({deal, whole = false}: {deal: OneDeal; whole?: boolean}) {
  const {t} = useLingui()
  const {money, day, moment, momentInFull} = useFormats()
  const edit = useEdit()
  const {realizedAmount} = deal
  return (
    <FactList>
      <Fact label={t`Amount`}>
        <Amount deal={deal} />
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
