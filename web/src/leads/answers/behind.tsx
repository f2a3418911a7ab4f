import './answers.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconChecklist} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {ResponseLeadsDocument, type ResponseLeadsQuery} from '../../gql/graphql'
import {Bone, Empty, Failed} from '../../ui/empty'
import {today, useFormats} from '../../ui/formats'
import {Status} from '../parts/standing'
import {askedOf, groupInput, readTimes, statusesOf} from './view'
import {useAnswerWords, useLengths} from './words'

type One = NonNullable<ResponseLeadsQuery['responseLeads']>[number]

const route = getRouteApi('/leads/times/behind')
const MOST = 200

/** The leads behind a number: those that wait still first, then who waited longest. */
export function BehindTimes() {
  const {t} = useLingui()
  const {day} = useFormats()
  const view = route.useSearch()
  const {groupings} = useAnswerWords()
  const asked = askedOf(view, today())
  const {over, within, state} = view
  const took = over === undefined && within === undefined ? null : {unit: view.unit ?? 'WALL', over, within}
  const [{data, error, fetching}, again] = useQuery({
    query: ResponseLeadsDocument,
    variables: {
      ...asked,
      group: groupInput(view),
      state: state ?? null,
      took,
      stands: statusesOf(view.stands),
      reason: view.reason ?? null,
    },
    requestPolicy: 'cache-and-network',
  })
  const found = fetching ? undefined : (data?.responseLeads ?? undefined)
  return (
    <div className="answers-page">
      <header className="top">
        <h1>{asked.measure === 'ATTEMPT' ? t`Until the first attempt` : t`Until the first contact`}</h1>
        <p className="tally num" role="status" data-testid="tally">
          {found === undefined ? null : found.length < MOST ? (
            <Plural value={found.length} one="# lead" other="# leads" />
          ) : (
            <Trans>the {MOST} who waited longest</Trans>
          )}
        </p>
      </header>
      <div className="answers-body">
        <div className="answers-behind">
          <p className="quiet">
            <Link to="/leads/times" search={readTimes({...view})}>
              <Trans>Response times</Trans>
            </Link>{' '}
            · <bdi>{`${day(asked.since)} – ${day(asked.until)}`}</bdi> · {groupings[asked.by]}
          </p>
          {error ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
          {found || error ? null : <Bone inline="100%" block={200} />}
          {found?.length === 0 ? (
            <Empty icon={<IconChecklist size={28} stroke={1.5} />} title={t`No lead stands behind this number`}>
              <Trans>Nobody waited like this in these days, as far as your role shows.</Trans>
            </Empty>
          ) : null}
          <ul>{found?.map((one) => (one.lead ? <Row key={one.lead.id} one={one} unit={view.unit} /> : null))}</ul>
        </div>
      </div>
    </div>
  )
}

function Row({one, unit}: {one: One; unit: 'WALL' | 'BUSINESS' | undefined}) {
  const {moment} = useFormats()
  const {told} = useLengths(unit)
  const {lead, wallSeconds, wallSoFar, businessSoFar} = one
  if (!lead) return null
  const time = told(unit === 'BUSINESS' ? businessSoFar : wallSoFar)
  const rest = [lead.company, lead.source?.name, lead.owner?.name].filter((text) => text != null)
  return (
    <li>
      <div>
        <Link to="/leads/$id" params={{id: lead.id}} className="own" dir="auto">
          {lead.name}
        </Link>
        <small>
          {rest.map((text, index) => (
            <span key={index}>
              {index ? ' · ' : null}
              <bdi>{text}</bdi>
            </span>
          ))}
        </small>
      </div>
      <Status status={lead.status} />
      <div className="num when">
        <strong>{wallSeconds == null ? <Trans>waits {time}</Trans> : time}</strong>
        <small>{moment(lead.receivedAt)}</small>
      </div>
    </li>
  )
}
