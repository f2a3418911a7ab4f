import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconPlus} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import {useQuery} from 'urql'
import {NewContact} from '../../contacts'
import {CameFrom} from '../../conversions'
import {DealLines, NewDeal} from '../../deals'
import {AccountAroundDocument} from '../../gql/graphql'
import {useGrants} from '../../members'
import {useActions} from '../../ui/actions'
import {Bone, Failed} from '../../ui/empty'
import {late} from '../../ui/late'
import {Part} from '../../ui/part'
import {People} from '../../ui/people'
import {Hierarchy} from './hierarchy'

const NewAccount = late(() => import('./new_account'))

/** What belongs to an account: its deals, its people, the companies above and below it, the leads that it came from. */
export function Around({id, name}: {id: string; name: string}) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const [making, setMaking] = useState<'deal' | 'contact' | 'account' | null>(null)
  const [{data, error}, again] = useQuery({
    query: AccountAroundDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const plus = <IconPlus size={16} />
  const [deals, people, companies] = [
    useGrants('Deal').create,
    useGrants('Contact').create,
    useGrants('Account').create,
  ]
  useActions([
    {id: 'new-deal', label: t`New deal with ${name}`, keys: 'C', icon: plus, able: deals, run: () => setMaking('deal')},
    {id: 'new-contact', label: t`New contact at ${name}`, icon: plus, able: people, run: () => setMaking('contact')},
    {
      id: 'new-account',
      label: t`New account below ${name}`,
      icon: plus,
      able: companies,
      run: () => setMaking('account'),
    },
  ])
  if (error && !data) return <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
  const account = data?.account
  if (!account) return data ? null : <Bone inline="100%" block={120} />
  const {open, closed, contacts, conversions} = account
  const close = () => setMaking(null)
  const here = {id, name}
  return (
    <>
      <Part
        title={t`Open deals`}
        count={open.totalCount}
        action={deals ? <Add label={t`New deal with ${name}`} run={() => setMaking('deal')} /> : undefined}
      >
        {open.nodes.length ? <DealLines deals={open.nodes} /> : <p className="none">{t`Nothing is open.`}</p>}
        {open.totalCount > open.nodes.length ? (
          <Link className="all" to="/deals" search={{account: id, status: 'OPEN'}}>
            <Trans>All of them</Trans>
          </Link>
        ) : null}
      </Part>
      <Part
        title={t`People`}
        count={contacts.totalCount}
        action={people ? <Add label={t`New contact at ${name}`} run={() => setMaking('contact')} /> : undefined}
      >
        {contacts.nodes.length ? (
          <People people={contacts.nodes} />
        ) : (
          <p className="none">{t`No one is known here yet.`}</p>
        )}
        {contacts.totalCount > contacts.nodes.length ? (
          <Link className="all" to="/contacts" search={{account: id}}>
            <Trans>All of them</Trans>
          </Link>
        ) : null}
      </Part>
      <Hierarchy account={account} name={name} />
      {closed.nodes.length ? (
        <Part title={t`Closed deals`} count={closed.totalCount}>
          <DealLines deals={closed.nodes} />
          {closed.totalCount > closed.nodes.length ? (
            <Link className="all" to="/deals" search={{account: id, sort: '-closedOn'}}>
              <Trans>All of them</Trans>
            </Link>
          ) : null}
        </Part>
      ) : null}
      <CameFrom conversions={conversions} />
      <Suspense>
        {making === 'deal' ? (
          <NewDeal
            hints={{account: here}}
            close={close}
            made={(deal) => void navigate({to: '/deals/$id', params: {id: deal}})}
          />
        ) : making === 'contact' ? (
          <NewContact
            account={here}
            close={close}
            made={() => {
              again({requestPolicy: 'network-only'})
            }}
          />
        ) : making === 'account' ? (
          <NewAccount
            parent={here}
            close={close}
            made={(made) => void navigate({to: '/accounts/$id', params: {id: made}})}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function Add({label, run}: {label: string; run: () => void}) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={run}>
      <IconPlus size={16} />
    </ActionIcon>
  )
}
