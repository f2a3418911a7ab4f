import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconPlus} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import {useQuery} from 'urql'
import {Consents} from '../../consents'
import {CameFrom} from '../../conversions'
import {DealLines, NewDeal} from '../../deals'
import {ContactAroundDocument, type ContactRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {useActions} from '../../ui/actions'
import {Bone, Failed} from '../../ui/empty'
import {Part} from '../../ui/part'
import {People} from '../../ui/people'

/** What belongs to a person: the deals, colleagues at the same account, the leads it came from, what was agreed to. */
export function Around({contact}: {contact: ContactRowFragment}) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const [making, setMaking] = useState(false)
  const {id, name} = contact
  const {create} = useGrants('Deal')
  const [{data, error}, again] = useQuery({
    query: ContactAroundDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  useActions([
    {
      id: 'new-deal',
      label: t`New deal with ${name}`,
      keys: 'C',
      icon: <IconPlus size={16} />,
      able: create,
      run: () => setMaking(true),
    },
  ])
  if (error && !data) return <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
  if (!data) return <Bone inline="100%" block={120} />
  const {deals} = data
  const account = data.contact?.account
  const others = account?.contacts.nodes.filter((one) => one.id !== id) ?? []
  return (
    <>
      <Part
        title={t`Deals`}
        count={deals.totalCount}
        action={
          create ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`New deal with ${name}`}
              title={t`New deal with ${name}`}
              onClick={() => setMaking(true)}
            >
              <IconPlus size={16} />
            </ActionIcon>
          ) : undefined
        }
      >
        {deals.nodes.length ? <DealLines deals={deals.nodes} /> : <p className="none">{t`No deals yet.`}</p>}
        {deals.totalCount > deals.nodes.length ? (
          <Link className="all" to="/deals" search={{contact: id}}>
            <Trans>All of them</Trans>
          </Link>
        ) : null}
      </Part>
      {account && others.length ? (
        <Part title={t`Colleagues`} count={account.contacts.totalCount - 1}>
          <People people={others} />
          {account.contacts.totalCount > account.contacts.nodes.length ? (
            <Link className="all" to="/contacts" search={{account: account.id}}>
              <Trans>All of them</Trans>
            </Link>
          ) : null}
        </Part>
      ) : null}
      {data.contact ? (
        <>
          <CameFrom conversions={data.contact.conversions} />
          <Suspense fallback={<Bone inline="100%" block={60} />}>
            <Consents consents={data.contact.consents} />
          </Suspense>
        </>
      ) : null}
      <Suspense>
        {making ? (
          <NewDeal
            hints={{contact: {id, name}, account: contact.account ?? undefined}}
            close={() => setMaking(false)}
            made={(deal) => void navigate({to: '/deals/$id', params: {id: deal}})}
          />
        ) : null}
      </Suspense>
    </>
  )
}
