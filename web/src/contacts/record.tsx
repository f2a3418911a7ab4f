import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconPencil, IconTrash, IconUsers} from '@tabler/icons-react'
import {getRouteApi, Link, useNavigate} from '@tanstack/react-router'
import {useCallback, useState} from 'react'
import {useQuery} from 'urql'
import {Sharing} from '../access'
import {Timeline} from '../activities'
import {Star} from '../favorites'
import {ContactDocument, type ContactRowFragment} from '../gql/graphql'
import {Attachments} from '../files'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {useFresh} from '../ui/fresh'
import {Inline} from '../ui/inline'
import {RecordPage, RecordWait} from '../ui/record'
import {useDelete, useEdit} from './edits'
import {Around} from './parts/around'
import {Facts} from './parts/facts'

const route = getRouteApi('/contacts/$id')

/** The page of one person. */
export function ContactRecord() {
  const {id} = route.useParams()
  const [{data, error, fetching}, ask] = useQuery({
    query: ContactDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const contact = data?.contact?.id === id ? data.contact : undefined
  if (contact) return <Whole key={id} contact={contact} />
  return <RecordWait error={error} fetching={fetching || data === undefined} retry={again} />
}

function Whole({contact}: {contact: ContactRowFragment}) {
  const {t} = useLingui()
  const edit = useEdit()
  const may = useGrants('Contact')
  const remove = useDelete()
  const navigate = useNavigate()
  const [kept, setKept] = useState<string | null>(null)
  const {name, account} = contact
  const destroy = async () => {
    const refusal = await remove(contact)
    if (refusal) setKept(refusal)
    else void navigate({to: '/contacts'})
  }
  useActions([
    {
      id: 'delete-contact',
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
        <>
          <Link to="/contacts">
            <IconUsers size={14} />
            {t`Contacts`}
          </Link>
          {account ? (
            <>
              <span aria-hidden>·</span>
              <Link to="/accounts/$id" params={{id: account.id}}>
                <bdi>{account.name}</bdi>
              </Link>
            </>
          ) : null}
        </>
      }
      title={
        <Inline label={t`Name`} value={name} save={(text) => edit(contact, {name: text})}>
          <bdi className="clip">{name}</bdi>
        </Inline>
      }
      actions={
        <>
          <Star record={{kind: 'contact', id: contact.id, name: contact.name, account: contact.account ?? undefined}} />
          <Sharing object="Contact" id={contact.id} name={name} />
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
      summary={<Facts contact={contact} />}
      timeline={<Timeline here={{kind: 'contact', id: contact.id, name}} stamp={contact.version} />}
      related={
        <>
          <Around contact={contact} />
          <Attachments here={{kind: 'contact', id: contact.id, name}} />
        </>
      }
    />
  )
}
