import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconInbox} from '@tabler/icons-react'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  DiscardSubmissionDocument,
  type ParkedSubmissionsQuery,
  ParkedSubmissionsDocument,
  RestoreSubmissionDocument,
  RetrySubmissionDocument,
} from '../../gql/graphql'
import {Failed} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {usePages} from '../../ui/pages'
import {problemsOf} from '../../ui/problems'
import {useSay} from '../../ui/say'
import {Section} from '../../ui/section'
import {useUndo} from '../../ui/undo'
import {Said} from './said'

type Submission = ParkedSubmissionsQuery['submissions']['nodes'][number]

const PAGE = 20
const parked = {status: {eq: 'PARKED' as const}}

/** What came in and could not be read: why, word for word, and what can be done. Nothing of it is lost. */
export function Parked({source}: {source?: string}) {
  const {t} = useLingui()
  const pages = usePages({
    document: ParkedSubmissionsDocument,
    variables: {filter: source ? {...parked, source: {id: {eq: source}}} : parked, first: PAGE},
    pick: (data) => data.submissions,
    fresh: true,
  })
  if (pages.error) return <Failed error={pages.error} retry={pages.retry} />
  if (!pages.loaded || !pages.nodes.length) return null
  return (
    <Section
      title={t`Parked`}
      lead={t`It came in and could not be read. Say what its fields are called at its source, then try again; nothing is lost meanwhile.`}
    >
      <ul className="section-rows">
        {pages.nodes.map((one) => (
          <Row key={one.id} submission={one} again={pages.retry} />
        ))}
      </ul>
      {pages.hasMore ? (
        <Button variant="default" size="compact-md" onClick={pages.more}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </Section>
  )
}

function Row({submission, again}: {submission: Submission; again: () => void}) {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const [refused, setRefused] = useState<string>()
  const {id, version, source, receivedAt, problem, body} = submission
  const unanswered = t`The server does not answer. Nothing was changed.`
  const send = async (document: typeof RetrySubmissionDocument | typeof DiscardSubmissionDocument, told: string) => {
    const [no] = problemsOf(await client.mutation(document, {input: {id, version}}).toPromise(), unanswered)
    setRefused(no?.message)
    say(no ? no.message : told)
    again()
    return !no
  }
  const discard = async () => {
    if (!(await send(DiscardSubmissionDocument, t`It becomes no lead`))) return
    const back = async () => {
      const [no] = problemsOf(await client.mutation(RestoreSubmissionDocument, {input: {id}}).toPromise(), unanswered)
      say(no ? no.message : t`It is tried again`)
      again()
    }
    offer({said: <Trans>It becomes no lead</Trans>, undo: () => void back()})
  }
  return (
    <li className="section-row source-parked">
      <span className="sign">
        <IconInbox size={18} stroke={1.5} />
      </span>
      <div className="told">
        <p className="title">
          <bdi>{source.name}</bdi>
          <time className="quiet num" title={momentInFull(receivedAt)}>
            {ago(receivedAt)}
          </time>
        </p>
        <p className="more" dir="auto">
          {problem}
        </p>
        <Said body={body} />
        {refused ? (
          <p className="trouble" role="alert">
            {refused}
          </p>
        ) : null}
      </div>
      <div className="do">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void send(RetrySubmissionDocument, t`It is tried again`)}
        >
          <Trans>Try again</Trans>
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void discard()}>
          <Trans>Discard</Trans>
        </Button>
      </div>
    </li>
  )
}
