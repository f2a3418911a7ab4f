import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {Star} from '../../favorites'
import {LeadDocument, type LeadRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {PanelHead} from '../../ui/panel_head'
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
  const may = useGrants('Lead')
  const [{data, error, fetching}, again] = useQuery({
    query: LeadDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const lead = data?.lead?.id === id ? data.lead : undefined
  return (
    <SidePanel
      still={!may.update}
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
  const edit = useEdit()
  const {id, name} = lead
  return (
    <PanelHead
      name={name}
      page={{to: '/leads/$id', params: {id}}}
      save={(text) => edit(lead, {name: text})}
      star={<Star record={{kind: 'lead', id, name}} />}
    />
  )
}
