import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconArrowsDiagonal, IconPencil} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {Star} from '../../favorites'
import {ContactDocument, type ContactRowFragment} from '../../gql/graphql'
import {useActions} from '../../ui/actions'
import {Inline} from '../../ui/inline'
import {SidePanel} from '../../ui/side_panel'
import {useEdit} from '../edits'
import {Facts} from './facts'

/** One person beside the list. */
export default function Panel({id, close}: {id: string; close: () => void}) {
  const {t} = useLingui()
  const [{data, error, fetching}, again] = useQuery({
    query: ContactDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const contact = data?.contact?.id === id ? data.contact : undefined
  return (
    <SidePanel
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
  const {t} = useLingui()
  const edit = useEdit()
  const navigate = useNavigate()
  const {id, name} = contact
  useActions([
    {
      id: 'open-page',
      label: t`Open the page of ${name}`,
      keys: 'O',
      icon: <IconArrowsDiagonal size={16} />,
      run: () => void navigate({to: '/contacts/$id', params: {id}}),
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
        <Inline label={t`Name`} value={name} save={(text) => edit(contact, {name: text})}>
          <bdi>{name}</bdi>
        </Inline>
      </h2>
      <Star record={{kind: 'contact', id: contact.id, name: contact.name, account: contact.account ?? undefined}} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Open the page`}
        renderRoot={(props) => <Link to="/contacts/$id" params={{id}} {...props} />}
      >
        <IconArrowsDiagonal size={16} />
      </ActionIcon>
    </>
  )
}
