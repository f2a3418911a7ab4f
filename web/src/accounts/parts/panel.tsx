import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconArrowsDiagonal, IconPencil} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {Star} from '../../favorites'
import {AccountDocument, type AccountRowFragment} from '../../gql/graphql'
import {useActions} from '../../ui/actions'
import {Inline} from '../../ui/inline'
import {SidePanel} from '../../ui/side_panel'
import {useEdit} from '../edits'
import {Facts} from './facts'
import {AccountMoney} from './money'

/** One account beside the list: its money and its facts. */
export default function Panel({id, close}: {id: string; close: () => void}) {
  const {t} = useLingui()
  const [{data, error, fetching}, again] = useQuery({
    query: AccountDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const account = data?.account?.id === id ? data.account : undefined
  return (
    <SidePanel
      label={account ? t`Account ${account.name}` : t`Account`}
      absent={t`There is no such account`}
      asked={{
        error,
        fetching: fetching || data === undefined,
        retry: () => again({requestPolicy: 'network-only'}),
      }}
      close={close}
      head={account ? <Head account={account} /> : undefined}
    >
      {account ? (
        <>
          <AccountMoney account={account} />
          <Facts account={account} />
        </>
      ) : null}
    </SidePanel>
  )
}

function Head({account}: {account: AccountRowFragment}) {
  const {t} = useLingui()
  const edit = useEdit()
  const navigate = useNavigate()
  const {id, name} = account
  useActions([
    {
      id: 'open-page',
      label: t`Open the page of ${name}`,
      keys: 'O',
      icon: <IconArrowsDiagonal size={16} />,
      run: () => void navigate({to: '/accounts/$id', params: {id}}),
    },
    {
      id: 'edit-name',
      label: t`Change the name`,
      keys: 'E',
      icon: <IconPencil size={16} />,
      run: () => document.querySelector<HTMLElement>('.panel h2 .inline button')?.click(),
    },
  ])
  return (
    <>
      <h2>
        <Inline label={t`Name`} value={name} save={(text) => edit(account, {name: text})}>
          <bdi>{name}</bdi>
        </Inline>
      </h2>
      <Star record={{kind: 'account', id: account.id, name: account.name}} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Open the page`}
        renderRoot={(props) => <Link to="/accounts/$id" params={{id}} {...props} />}
      >
        <IconArrowsDiagonal size={16} />
      </ActionIcon>
    </>
  )
}
