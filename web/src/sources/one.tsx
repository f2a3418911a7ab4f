import './sources.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {getRouteApi, Link, useNavigate} from '@tanstack/react-router'
import {useState} from 'react'
import {useQuery} from 'urql'
import {
  DeleteSourceDocument,
  type MailboxStateFragment,
  RestoreSourceDocument,
  SourceDocument,
  type SourceRowFragment,
} from '../gql/graphql'
import {useGrants} from '../members'
import {Bone, Empty, Failed} from '../ui/empty'
import {IconTargetArrow} from '@tabler/icons-react'
import {Paper} from '../ui/paper'
import {useRemoval} from '../ui/removal'
import {Section} from '../ui/section'
import {Tag} from '../ui/tag'
import {About} from './parts/about'
import {FormBuilder} from './parts/builder'
import {Embedding} from './parts/embedding'
import {GoogleDoor} from './parts/google'
import {MailboxDoor} from './parts/mailbox'
import {NetworkDoor} from './parts/network'
import {Parked} from './parts/parked'
import {Robots} from './parts/robots'
import {TalkDoor} from './parts/talks'
import {useSourceWords} from './words'

/** Whose fields are called as they are called there. */
const networks = {GOOGLE: 1, FACEBOOK: 1, LINKEDIN: 1}

const route = getRouteApi('/settings/sources/$id')

/** One source: what it is called, what its form asks, where it stands, and what came in unreadable. */
export function SourcePage() {
  const {t} = useLingui()
  const {id} = route.useParams()
  const [{data, error, fetching}, again] = useQuery({
    query: SourceDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const source = data?.source
  if (source) return <Whole key={source.id} source={source} mailbox={source.mailbox} />
  return (
    <Paper title={t`Lead source`}>
      {error ? (
        <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
      ) : fetching || !data ? (
        <Bone inline="100%" block={200} />
      ) : (
        <Empty icon={<IconTargetArrow size={28} stroke={1.5} />} title={t`There is no such source`}>
          <Link to="/settings/sources">
            <Trans>All sources</Trans>
          </Link>
        </Empty>
      )}
    </Paper>
  )
}

function Whole({source, mailbox}: {source: SourceRowFragment; mailbox: MailboxStateFragment | null}) {
  const {t} = useLingui()
  const {kinds} = useSourceWords()
  const may = useGrants('Source')
  const {id, name, kind, active} = source
  return (
    <Paper
      wide
      title={<bdi>{name}</bdi>}
      tags={
        <>
          <Tag>{kinds[kind]}</Tag>
          {active ? null : (
            <Tag tone="warn">
              <Trans>switched off</Trans>
            </Tag>
          )}
        </>
      }
      actions={
        <Link to="/settings/sources" className="source-count">
          <Trans>All sources</Trans>
        </Link>
      }
    >
      {may.update ? <About source={source} /> : <p className="quiet">{t`Managers and marketers change it.`}</p>}
      {may.update && kind === 'WEB_FORM' ? <FormBuilder source={source} /> : null}
      {kind === 'WEB_FORM' ? <Embedding source={source} /> : null}
      {may.update && kind === 'WEB_FORM' ? <Robots source={source} /> : null}
      {may.update && kind === 'GOOGLE' ? <GoogleDoor source={source} /> : null}
      {may.update && (kind === 'FACEBOOK' || kind === 'LINKEDIN') ? (
        <NetworkDoor source={source} network={kind} />
      ) : null}
      {may.update && (kind === 'EMAIL' || kind === 'WORKSPACE') ? (
        <MailboxDoor source={source} mailbox={mailbox} google={kind === 'WORKSPACE'} />
      ) : null}
      {may.update && (kind === 'CALL' || kind === 'CHAT') ? <TalkDoor source={source} /> : null}
      {may.update && kind in networks ? <FormBuilder source={source} plain /> : null}
      {may.update ? <Parked source={id} /> : null}
      {may.remove ? <Removal source={source} /> : null}
    </Paper>
  )
}

function Removal({source}: {source: SourceRowFragment}) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const remove = useRemoval({remove: DeleteSourceDocument, restore: RestoreSourceDocument})
  const [refused, setRefused] = useState<string | null>(null)
  const destroy = async () => {
    const why = await remove(source)
    setRefused(why)
    if (!why) void navigate({to: '/settings/sources'})
  }
  return (
    <Section
      danger
      title={t`Delete this source`}
      lead={t`It takes nothing in any more; its leads stay.`}
      foot={
        <Button color="red" variant="default" size="compact-md" onClick={() => void destroy()}>
          <Trans>Delete</Trans>
        </Button>
      }
    >
      {refused ? (
        <p className="trouble" role="alert">
          {refused}
        </p>
      ) : null}
    </Section>
  )
}
