import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {Star} from '../../favorites'
import {AccountDocument, type AccountRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {PanelHead} from '../../ui/panel_head'
import {SidePanel} from '../../ui/side_panel'
import {useEdit} from '../edits'
import {Facts} from './facts'
import {AccountMoney} from './money'

/** One account beside the list: its money and its facts. */
export default function Panel({id, close}: {id: string; close: () => void}) {
  const {t} = useLingui()
  const may = useGrants('Account')
  const [{data, error, fetching}, again] = useQuery({
    query: AccountDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const account = data?.account?.id === id ? data.account : undefined
  return (
    <SidePanel
      still={!may.update}
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
  const edit = useEdit()
  const {id, name} = account
  return (
    <PanelHead
      name={name}
      page={{to: '/accounts/$id', params: {id}}}
      save={(text) => edit(account, {name: text})}
      star={<Star record={{kind: 'account', id, name}} />}
    />
  )
}
