import {useLingui} from '@lingui/react/macro'
import type {AccountRowFragment} from '../../gql/graphql'
import {useMe} from '../../members'
import {AccountChooser, OwnerChooser} from '../../search'
import {Fact, FactList} from '../../ui/facts'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import {useEdit} from '../edits'

/** What is known of an account, changed where it stands. */
export function Facts({account}: {account: AccountRowFragment}) {
  const {t} = useLingui()
  const {money, number, moment, momentInFull} = useFormats()
  const {tenant} = useMe()
  const edit = useEdit()
  const {industry, website, phone, country, size, revenue, foundedYear} = account
  const currency = revenue?.currency ?? tenant.currency
  const unset = <span className="quiet">{t`Not set`}</span>
  const whole = (text: string) => (text ? Number(text) : null)
  return (
    <FactList>
      <Fact label={t`Owner`}>
        <OwnerChooser value={account.owner} save={(ownerId) => edit(account, {ownerId})} />
      </Fact>
      <Fact label={t`Phone`}>
        <Inline
          label={t`Phone`}
          type="tel"
          value={phone ?? ''}
          href={phone ? `tel:${phone}` : undefined}
          save={(text) => edit(account, {phone: text || null})}
        >
          {phone ?? unset}
        </Inline>
      </Fact>
      <Fact label={t`Website`}>
        <Inline
          label={t`Website`}
          type="url"
          value={website ?? ''}
          href={website && /^https?:/.test(website) ? website : undefined}
          save={(text) => edit(account, {website: text || null})}
        >
          {website?.replace(/^https?:\/\//, '') ?? unset}
        </Inline>
      </Fact>
      <Fact label={t`Industry`}>
        <Inline label={t`Industry`} value={industry ?? ''} save={(text) => edit(account, {industry: text || null})}>
          {industry ? <bdi>{industry}</bdi> : unset}
        </Inline>
      </Fact>
      <Fact label={t`Country`}>
        <Inline label={t`Country`} value={country ?? ''} save={(text) => edit(account, {country: text || null})}>
          {country ? <bdi>{country}</bdi> : unset}
        </Inline>
      </Fact>
      <Fact label={t`Employees`} num>
        <Inline
          label={t`Employees`}
          type="number"
          value={size == null ? '' : String(size)}
          save={(text) => edit(account, {size: whole(text)})}
        >
          {size == null ? unset : number(size)}
        </Inline>
      </Fact>
      <Fact label={t`Revenue a year`} num>
        <Inline
          label={t`Revenue a year, ${currency}`}
          type="number"
          value={revenue?.amount.replace(/\.0+$/, '') ?? ''}
          save={(amount) => edit(account, {revenue: amount ? {amount, currency} : null})}
        >
          {revenue ? money(revenue) : unset}
        </Inline>
      </Fact>
      <Fact label={t`Founded`} num>
        <Inline
          label={t`Founded`}
          type="number"
          value={foundedYear == null ? '' : String(foundedYear)}
          save={(text) => edit(account, {foundedYear: whole(text)})}
        >
          {foundedYear ?? unset}
        </Inline>
      </Fact>
      <Fact label={t`Part of`}>
        <AccountChooser
          label={t`Part of no other`}
          value={account.parent}
          save={(one) => edit(account, {parentId: one?.id ?? null})}
        />
      </Fact>
      <Fact label={t`Added`} num title={momentInFull(account.createdAt)}>
        {moment(account.createdAt)}
      </Fact>
      {account.externalId ? (
        <Fact label={t`Reference`}>
          <span className="ltr">{account.externalId}</span>
        </Fact>
      ) : null}
    </FactList>
  )
}
