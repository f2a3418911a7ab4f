import {useLingui} from '@lingui/react/macro'
import type {ContactRowFragment} from '../../gql/graphql'

import {AccountChooser, OwnerChooser} from '../../search'
import {Fact, FactList} from '../../ui/facts'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import {useEdit} from '../edits'

/** What is known of a person, changed where it stands. */
export function Facts({contact}: {contact: ContactRowFragment}) {
  const {t} = useLingui()
  const {moment, momentInFull} = useFormats()
  const edit = useEdit()
  const {email, phone, title} = contact
  const unset = <span className="quiet">{t`Not set`}</span>
  return (
    <FactList>
      <Fact label={t`Account`}>
        <AccountChooser value={contact.account} save={(one) => edit(contact, {accountId: one?.id ?? null})} />
      </Fact>
      <Fact label={t`Role`}>
        <Inline label={t`Role`} value={title ?? ''} save={(text) => edit(contact, {title: text || null})}>
          {title ? <bdi>{title}</bdi> : unset}
        </Inline>
      </Fact>
      <Fact label={t`E-mail`}>
        <Inline
          label={t`E-mail`}
          type="email"
          value={email ?? ''}
          href={email ? `mailto:${email}` : undefined}
          save={(text) => edit(contact, {email: text || null})}
        >
          {email ?? unset}
        </Inline>
      </Fact>
      <Fact label={t`Phone`}>
        <Inline
          label={t`Phone`}
          type="tel"
          value={phone ?? ''}
          href={phone ? `tel:${phone}` : undefined}
          save={(text) => edit(contact, {phone: text || null})}
        >
          {phone ?? unset}
        </Inline>
      </Fact>
      <Fact label={t`Owner`}>
        <OwnerChooser value={contact.owner} save={(ownerId) => edit(contact, {ownerId})} />
      </Fact>
      <Fact label={t`Added`} num title={momentInFull(contact.createdAt)}>
        {moment(contact.createdAt)}
      </Fact>
      {contact.externalId ? (
        <Fact label={t`Reference`}>
          <span className="ltr">{contact.externalId}</span>
        </Fact>
      ) : null}
    </FactList>
  )
}
