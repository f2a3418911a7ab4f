import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconBuilding, IconPencil, IconTrash} from '@tabler/icons-react'
import {getRouteApi, Link, useNavigate} from '@tanstack/react-router'
import {useCallback, useState} from 'react'
import {useQuery} from 'urql'
import {Sharing} from '../access'
import {Timeline} from '../activities'
import {Star} from '../favorites'
import {AccountDocument, type AccountQuery} from '../gql/graphql'
import {Attachments} from '../files'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {useFresh} from '../ui/fresh'
import {Inline} from '../ui/inline'
import {RecordPage, RecordWait} from '../ui/record'
import {useDelete, useEdit} from './edits'
import {Around} from './parts/around'
import {Facts} from './parts/facts'
import {AccountMoney} from './parts/money'

const route = getRouteApi('/accounts/$id')

/** The page of one account. */
export function AccountRecord() {
  const {id} = route.useParams()
  const [{data, error, fetching}, ask] = useQuery({
    query: AccountDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const account = data?.account?.id === id ? data.account : undefined
  if (account) return <Whole key={id} account={account} />
  return <RecordWait error={error} fetching={fetching || data === undefined} retry={again} />
}

function Whole({account}: {account: NonNullable<AccountQuery['account']>}) {
  const {t} = useLingui()
  const edit = useEdit()
  const may = useGrants('Account')
  const remove = useDelete()
  const navigate = useNavigate()
  const [kept, setKept] = useState<string | null>(null)
  const {id, name} = account
  const destroy = async () => {
    const refusal = await remove(account)
    if (refusal) setKept(refusal)
    else void navigate({to: '/accounts'})
  }
  useActions([
    {
      id: 'delete-account',
      label: t`Delete ${name}`,
      icon: <IconTrash size={16} />,
      able: may.remove,
      run: () => void destroy(),
    },
    {
      id: 'edit-name',
      label: t`Change the name`,
      keys: 'E',
      icon: <IconPencil size={16} />,
      able: may.update,
      run: () => document.querySelector<HTMLElement>('.record h1 .inline button')?.click(),
    },
  ])
  return (
    <RecordPage
      still={!may.update}
      name={name}
      up={
        <Link to="/accounts">
          <IconBuilding size={14} />
          {t`Accounts`}
        </Link>
      }
      title={
        <Inline label={t`Name`} value={name} save={(text) => edit(account, {name: text})}>
          <bdi className="clip">{name}</bdi>
        </Inline>
      }
      actions={
        <>
          <Star record={{kind: 'account', id: account.id, name: account.name}} />
          <Sharing object="Account" id={account.id} name={name} />
          {may.remove ? (
            <ActionIcon variant="subtle" color="gray" aria-label={t`Delete ${name}`} onClick={() => void destroy()}>
              <IconTrash size={16} />
            </ActionIcon>
          ) : null}
        </>
      }
      above={
        kept ? (
          <p className="trouble" role="alert">
            {kept}
          </p>
        ) : null
      }
      summary={
        <>
          <AccountMoney account={account} />
          <Facts account={account} />
        </>
      }
      timeline={<Timeline here={{kind: 'account', id, name}} stamp={account.version} />}
      related={
        <>
          <Around id={id} name={name} />
          <Attachments here={{kind: 'account', id, name}} />
        </>
      }
    />
  )
}
