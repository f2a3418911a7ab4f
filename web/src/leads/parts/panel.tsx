import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconArrowsDiagonal, IconPencil} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {Star} from '../../favorites'
import {LeadDocument, type LeadRowFragment} from '../../gql/graphql'
import {useActions} from '../../ui/actions'
import {Inline} from '../../ui/inline'
import {SidePanel} from '../../ui/side_panel'
import {useEdit} from '../edits'
import {Answers} from './answers'
import {Course} from './course'
import {Facts} from './facts'
import {Stages} from './stages'
import {Status} from './standing'
import {Waiting} from './waiting'

/** One lead beside the list: how it stands, its clock and its facts. */
export default function Panel({id, close}: {id: string; close: () => void}) {
  const {t} = useLingui()
  const [{data, error, fetching}, again] = useQuery({
    query: LeadDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const lead = data?.lead?.id === id ? data.lead : undefined
  return (
    <SidePanel
      label={lead ? t`Lead ${lead.name}` : t`Lead`}
      absent={t`There is no such lead`}
      asked={{
        error,
        fetching: fetching || data === undefined,
        retry: () => again({requestPolicy: 'network-only'}),
      }}
      close={close}
      head={lead ? <Head lead={lead} /> : undefined}
    >
      {lead ? (
        <>
          <p className="lead-tags">
            <Status status={lead.status} />
            <Waiting lead={lead} />
          </p>
          <Stages lead={lead} />
          <Facts lead={lead} />
          <Answers lead={lead} deep />
          <Course lead={lead} deep />
        </>
      ) : null}
    </SidePanel>
  )
}

function Head({lead}: {lead: LeadRowFragment}) {
  const {t} = useLingui()
  const edit = useEdit()
  const navigate = useNavigate()
  const {id, name} = lead
  useActions([
    {
      id: 'open-page',
      label: t`Open the page of ${name}`,
      keys: 'O',
      icon: <IconArrowsDiagonal size={16} />,
      run: () => void navigate({to: '/leads/$id', params: {id}}),
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
        <Inline label={t`Name`} value={name} save={(text) => edit(lead, {name: text})}>
          <bdi>{name}</bdi>
        </Inline>
      </h2>
      <Star record={{kind: 'lead', id, name}} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Open the page`}
        renderRoot={(props) => <Link to="/leads/$id" params={{id}} {...props} />}
      >
        <IconArrowsDiagonal size={16} />
      </ActionIcon>
    </>
  )
}
