import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {Suspense, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {
  InvitationsOfDocument,
  type MemberRowFragment,
  type OneInvitationFragment,
  ResendInvitationDocument,
  RevokeInvitationDocument,
} from '../../gql/graphql'
import {Confirm} from '../../ui/confirm'
import {useSend} from '../../ui/doors'
import {useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import {Said} from '../../ui/said'
import {useSay} from '../../ui/say'
import {Section} from '../../ui/section'
import {placeOf} from './role_team'
import {useStandings} from './standing'

const Invite = late(() => import('./invite'))
const Leaving = late(() => import('./leaving'))

/** How a member comes in, and how his access ends. */
export function Entrance({member}: {member: MemberRowFragment}) {
  const {t} = useLingui()
  const standings = useStandings()
  const [open, setOpen] = useState<'invite' | 'leave' | 'out' | null>(null)
  const send = useSend()
  const close = () => setOpen(null)
  const {id, name, email, status} = member
  const outside = status === 'PLACEHOLDER' || status === 'DISABLED'
  return (
    <Section
      title={t`Access`}
      lead={standings[status].about}
      danger={!outside}
      aside={
        outside ? (
          <Button variant="default" size="compact-md" onClick={() => setOpen('invite')}>
            {status === 'DISABLED' ? <Trans>Invite again</Trans> : <Trans>Invite</Trans>}
          </Button>
        ) : (
          <>
            {status === 'ACTIVE' ? (
              <Button variant="default" size="compact-md" onClick={() => setOpen('out')}>
                <Trans>Sign out everywhere…</Trans>
              </Button>
            ) : null}
            <Button variant="default" color="red" size="compact-md" onClick={() => setOpen('leave')}>
              <Trans>End the access…</Trans>
            </Button>
          </>
        )
      }
    >
      {outside ? null : <Letter member={member} />}
      <Suspense>
        {open === 'invite' ? <Invite known={{name, email, place: placeOf(member)}} close={close} /> : null}
        {open === 'leave' ? <Leaving member={member} close={close} /> : null}
        {open === 'out' ? (
          <Confirm
            title={t`Sign ${name} out everywhere`}
            act={t`Sign out everywhere`}
            danger
            run={async () => (await send('/identity/members/end-access', {id})).problems}
            close={close}
          >
            <p>
              <Trans>
                Every browser of <Said text={name} /> is signed out within a second and every token ends. The member
                stays, and may sign in again.
              </Trans>
            </p>
          </Confirm>
        ) : null}
      </Suspense>
    </Section>
  )
}

/** The letter that brings a member in: the last one, another one, or none any more. */
function Letter({member: {id, name, status}}: {member: MemberRowFragment}) {
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const [{data}] = useQuery({
    query: InvitationsOfDocument,
    variables: {member: id},
    requestPolicy: 'cache-and-network',
  })
  const [problems, setProblems] = useState<Problem[]>([])
  const [now] = useState(() => new Date().toISOString())
  const last = data?.invitations.nodes[0]
  const good = last && !last.acceptedAt && !last.revokedAt && last.expiresAt > now
  const unanswered = t`The server does not answer. Nothing was changed.`
  const done = (refused: Problem[], said: string) => {
    setProblems(refused)
    if (!refused.length) say(said)
  }
  const resend = async () => {
    const answer = await client.mutation(ResendInvitationDocument, {input: {memberId: id}}).toPromise()
    done(problemsOf(answer, unanswered), t`A new letter is on its way to ${name}`)
  }
  const revoke = async () => {
    if (!last) return
    const answer = await client.mutation(RevokeInvitationDocument, {input: {id: last.id}}).toPromise()
    done(problemsOf(answer, unanswered), t`The link is worth nothing any more`)
  }
  if (status === 'ACTIVE' && !good) return null
  return (
    <div className="inside letter">
      <p>{last ? <Told invitation={last} now={now} /> : <Trans>No letter was sent yet.</Trans>}</p>
      <span className="do">
        <Button variant="default" size="compact-md" onClick={() => void resend()}>
          {last ? <Trans>Send a new letter</Trans> : <Trans>Send the letter</Trans>}
        </Button>
        {good ? (
          <Button variant="subtle" color="red" size="compact-md" onClick={() => void revoke()}>
            <Trans>Take the link back</Trans>
          </Button>
        ) : null}
      </span>
      <Refused problems={problems} />
    </div>
  )
}

function Told({invitation, now}: {invitation: OneInvitationFragment; now: string}) {
  const {ago, moment} = useFormats()
  const {createdAt, expiresAt, revokedAt, acceptedAt, invitedBy} = invitation
  return (
    <>
      {invitedBy ? (
        <Trans>
          Invited {ago(createdAt)} by <Said text={invitedBy.name} />.
        </Trans>
      ) : (
        <Trans>Invited {ago(createdAt)}.</Trans>
      )}{' '}
      {revokedAt ? (
        <Trans>The link was taken back.</Trans>
      ) : acceptedAt ? (
        <Trans>Accepted {ago(acceptedAt)}.</Trans>
      ) : expiresAt <= now ? (
        <Trans>The link has expired.</Trans>
      ) : (
        <Trans>The link is good until {moment(expiresAt)}.</Trans>
      )}
    </>
  )
}
