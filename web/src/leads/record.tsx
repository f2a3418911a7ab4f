import './leads.css'
import {useLingui} from '@lingui/react/macro'
import {IconUserPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {Suspense, useCallback, useEffect, useRef, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {Timeline} from '../activities'
import {Consents} from '../consents'
import {Attachments} from '../files'
import {LeadDocument, type LeadWholeFragment, SeeLeadDocument} from '../gql/graphql'
import {useGrants, useMe} from '../members'
import {Bone} from '../ui/empty'
import {useFresh} from '../ui/fresh'
import {Inline} from '../ui/inline'
import {late} from '../ui/late'
import {RecordPage, RecordWait} from '../ui/record'
import {useEdit} from './edits'
import {Answering} from './parts/answering'
import {Answers} from './parts/answers'
import {Banner} from './parts/banner'
import {Course} from './parts/course'
import {Facts} from './parts/facts'
import {Given} from './parts/given'
import {Merits} from './parts/merits'
import {Origin} from './parts/origin'
import {Deeds} from './parts/record_deeds'
import {Stages} from './parts/stages'
import {Status} from './parts/standing'
import {Waiting} from './parts/waiting'
import {WorkingWait} from './parts/working_wait'

const Presence = late(() => import('./parts/presence'))
const OnSite = late(() => import('./parts/on_site'))
const route = getRouteApi('/leads/$id')

/** The page of one lead. */
export function LeadRecord() {
  const {id} = route.useParams()
  const [{data, error, fetching}, ask] = useQuery({
    query: LeadDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const lead = data?.lead?.id === id ? data.lead : undefined
  if (lead) return <Whole key={id} lead={lead} again={again} />
  return <RecordWait error={error} fetching={fetching || data === undefined} retry={again} />
}

function Whole({lead, again}: {lead: LeadWholeFragment; again: () => void}) {
  const {t} = useLingui()
  const edit = useEdit()
  const [kept, setKept] = useState<string | null>(null)
  const {id, name} = lead
  useSeen(lead)
  const answered = lead.firstContact !== null
  return (
    <RecordPage
      still={!useGrants('Lead').update}
      name={name}
      up={
        <Link to="/leads">
          <IconUserPlus size={14} />
          {t`Leads`}
        </Link>
      }
      title={
        <Inline label={t`Name`} value={name} save={(text) => edit(lead, {name: text})}>
          <bdi className="clip">{name}</bdi>
        </Inline>
      }
      tags={
        <span className="lead-tags">
          <Status status={lead.status} />
          <Waiting lead={lead} calm />
        </span>
      }
      actions={<Deeds lead={lead} again={again} keep={setKept} />}
      above={
        <>
          {kept ? (
            <p className="trouble" role="alert">
              {kept}
            </p>
          ) : null}
          <Banner lead={lead} />
        </>
      }
      summary={
        <>
          <p className="lead-tags phone">
            <Status status={lead.status} />
            <Waiting lead={lead} calm />
          </p>
          <Stages lead={lead} />
          {answered ? null : <Answering lead={lead} />}
          <Suspense fallback={null}>
            <Presence id={id} />
          </Suspense>
          <WorkingWait lead={lead} />
          <Facts lead={lead} />
          <Merits lead={lead} />
          <Origin lead={lead} />
        </>
      }
      timeline={
        <>
          <Answers lead={lead} />
          <Timeline here={{kind: 'lead', id, name}} stamp={lead.version} />
        </>
      }
      related={
        <>
          <Suspense fallback={<Bone inline="100%" block={60} />}>
            <OnSite lead={lead} />
          </Suspense>
          <Course lead={lead} />
          <Given lead={lead} />
          <Suspense fallback={<Bone inline="100%" block={60} />}>
            <Consents consents={lead.consents} />
          </Suspense>
          <Attachments here={{kind: 'lead', id, name}} />
        </>
      }
    />
  )
}

/** Its owner has looked at it: the clock is told so, once. */
function useSeen({id, owner, responseEvents}: LeadWholeFragment) {
  const client = useClient()
  const {member} = useMe()
  const told = useRef(false)
  const unseen =
    owner?.id === member.id && !responseEvents.some(({kind, by}) => kind === 'SEEN' && by?.id === member.id)
  useEffect(() => {
    if (!unseen || told.current) return
    told.current = true
    void client.mutation(SeeLeadDocument, {input: {id}}).toPromise()
  }, [client, id, unseen])
}
