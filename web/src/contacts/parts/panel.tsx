import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {Star} from '../../favorites'
import {ContactDocument, type ContactRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {PanelHead} from '../../ui/panel_head'
import {SidePanel} from '../../ui/side_panel'
import {useEdit} from '../edits'
import {Facts} from './facts'

/** One person beside the list. */
export default function Panel({id, close}: {id: string; close: () => void}) {
  const {t} = useLingui()
  const may = useGrants('Contact')
  const [{data, error, fetching}, again] = useQuery({
    query: ContactDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const contact = data?.contact?.id === id ? data.contact : undefined
  return (
    <SidePanel
      still={!may.update}
      label={contact ? t`Contact ${contact.name}` : t`Contact`}
      absent={t`There is no such contact`}
      asked={{
        error,
        fetching: fetching || data === undefined,
        retry: () => again({requestPolicy: 'network-only'}),
      }}
      close={close}
      head={contact ? <Head contact={contact} /> : undefined}
    >
      {contact ? (
        <>
          <Facts contact={contact} />
        </>
      ) : null}
    </SidePanel>
  )
}

function Head({contact}: {contact: ContactRowFragment}) {
  const edit = useEdit()
  const {id, name} = contact
  return (
    <PanelHead
      name={name}
      page={{to: '/contacts/$id', params: {id}}}
      save={(text) => edit(contact, {name: text})}
      star={<Star record={{kind: 'contact', id, name, account: contact.account ?? undefined}} />}
    />
  )
}
