import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {CameFrom} from '../../conversions'
import {type AccountBriefFragment, DealAroundDocument} from '../../gql/graphql'
import {Bone, Failed} from '../../ui/empty'
import {Part} from '../../ui/part'
import {People} from '../../ui/people'
import {DealLines} from './brief'

/** What belongs to a deal: its account, the people there, what else is open with it, and the leads that it came from. */
export function Around({id}: {id: string}) {
  const {t} = useLingui()
  const [{data, error}, again] = useQuery({
    query: DealAroundDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  if (error && !data) return <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
  const deal = data?.deal
  if (!deal) return data ? null : <Bone inline="100%" block={120} />
  const {account, contact, conversions} = deal
  const others = (account?.contacts.nodes ?? []).filter((one) => one.id !== contact?.id)
  const count = account?.contacts.totalCount ?? 0
  return (
    <>
      {account ? <Account account={account} /> : null}
      <Part title={t`People`} count={count || undefined}>
        {contact || others.length ? (
          <People people={[...(contact ? [contact] : []), ...others]} chief={contact?.id} />
        ) : (
          <p className="none">
            <Trans>No one is known here yet.</Trans>
          </p>
        )}
        {account && count > others.length + 1 ? (
          <Link className="all" to="/contacts" search={{account: account.id}}>
            <Trans>All of them</Trans>
          </Link>
        ) : null}
      </Part>
      {account?.deals.nodes.length ? (
        <Part title={t`Also open with them`} count={account.deals.totalCount}>
          <DealLines deals={account.deals.nodes} />
        </Part>
      ) : null}
      <CameFrom conversions={conversions} />
    </>
  )
}

function Account({account}: {account: AccountBriefFragment}) {
  const {t} = useLingui()
  return (
    <Part title={t`Account`}>
      <ul className="line-items">
        <li>
          <div className="two">
            <Link to="/accounts/$id" params={{id: account.id}} className="own" dir="auto">
              {account.name}
            </Link>
            {account.industry ? (
              <small className="own" dir="auto">
                {account.industry}
              </small>
            ) : null}
          </div>
          {account.phone ? (
            <a className="ltr" href={`tel:${account.phone}`}>
              {account.phone}
            </a>
          ) : null}
        </li>
      </ul>
    </Part>
  )
}
