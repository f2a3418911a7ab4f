import './members.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconArrowLeft, IconMoodEmpty} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {type MemberRowFragment, OneMemberDocument, UpdateMemberDocument} from '../gql/graphql'
import {Bone, Empty, Failed} from '../ui/empty'
import {Field} from '../ui/field'
import {Paper} from '../ui/paper'
import {type Problem, problemsOf} from '../ui/problems'
import {Refused, whyOf} from '../ui/refused'
import {useSay} from '../ui/say'
import {Section} from '../ui/section'
import {still} from '../ui/live'
import {useHolds, useManages} from './may'
import {useMe} from './me'
import {Entrance} from './parts/entrance'
import {placeOf, RoleAndTeam, roleInput} from './parts/role_team'
import {Standing} from './parts/standing'
import {useOwnRoles, useRoleName, useRoleWords} from './roles'

const route = getRouteApi('/settings/members/$id')

export function MemberPage() {
  const {t} = useLingui()
  const {id} = route.useParams()
  const [{data, error, fetching}, again] = useQuery({
    query: OneMemberDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
    context: still,
  })
  const member = data?.member?.id === id && 'status' in data.member ? data.member : undefined
  const back = (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconArrowLeft size={14} className="mirror" />}
      renderRoot={(props) => <Link to="/settings/members" {...props} />}
    >
      <Trans>All members</Trans>
    </Button>
  )
  return (
    <Paper
      title={member ? <bdi>{member.name}</bdi> : t`Member`}
      tags={member ? <Standing status={member.status} /> : undefined}
      actions={back}
    >
      {error && !member ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {member ? (
        <Whole key={member.id} member={member} />
      ) : !error && (fetching || !data) ? (
        <Bone inline="100%" block={160} />
      ) : !error ? (
        <Empty icon={<IconMoodEmpty size={28} stroke={1.5} />} title={t`There is no such member`} actions={back} />
      ) : null}
    </Paper>
  )
}

function Whole({member}: {member: MemberRowFragment}) {
  const {t} = useLingui()
  const manages = useManages()
  const me = useMe().member
  const explains = useHolds('roles:manage') || member.id === me.id
  const mayChange = manages && (member.role !== 'OWNER' || me.role === 'OWNER')
  return (
    <>
      {mayChange ? <Facts key={member.version} member={member} /> : <Told member={member} />}
      {explains ? (
        <Section
          title={t`What ${member.name} may do, and why`}
          lead={t`Every right with its reason: the role, the teams, what was shared.`}
          aside={
            <Button
              variant="default"
              size="compact-md"
              renderRoot={(props) => <Link to="/settings/members/$id/rights" params={{id: member.id}} {...props} />}
            >
              <Trans>Show</Trans>
            </Button>
          }
        />
      ) : null}
      {mayChange && member.id !== me.id ? <Entrance member={member} /> : null}
    </>
  )
}

/** Those who do not manage members read what the others change. */
function Told({member}: {member: MemberRowFragment}) {
  const {t} = useLingui()
  const words = useRoleWords()
  const roleOf = useRoleName()
  return (
    <Section
      title={t`Who this is`}
      lead={
        <>
          <span className="ltr">{member.email}</span>
          {member.team ? (
            <>
              {' · '}
              <bdi>{member.team.name}</bdi>
            </>
          ) : null}
        </>
      }
    >
      <div className="inside">
        <p>
          <bdi>{roleOf(member)}</bdi>
          {member.customRole ? null : <span className="quiet"> – {words[member.role].about}</span>}
        </p>
      </div>
    </Section>
  )
}

function Facts({member}: {member: MemberRowFragment}) {
  const {t} = useLingui()
  const say = useSay()
  const former = {name: member.name, email: member.email, place: placeOf(member)}
  const [draft, setDraft] = useState(former)
  const own = useOwnRoles()
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, update] = useMutation(UpdateMemberDocument)
  const changed = JSON.stringify(draft) !== JSON.stringify(former)
  const save = async () => {
    const {name, email, place} = draft
    const change = {
      ...(name.trim() === former.name ? {} : {name: name.trim()}),
      ...(email.trim() === former.email ? {} : {email: email.trim()}),
      ...(place.role === former.place.role ? {} : roleInput(place.role, own)),
      ...(place.team === former.place.team ? {} : {teamId: place.team || null}),
    }
    const answer = await update({input: {id: member.id, version: member.version, ...change}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (!refused.length) say(t`Saved`)
  }
  return (
    <Section
      title={t`Who this is`}
      foot={
        <>
          {changed ? (
            <Button variant="default" size="compact-md" onClick={() => setDraft(former)}>
              <Trans>Restore</Trans>
            </Button>
          ) : null}
          <Button size="compact-md" disabled={!changed} loading={fetching} onClick={() => void save()}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <div className="inside">
        <div className="columns">
          <Field
            label={t`Name`}
            dir="auto"
            maxLength={200}
            value={draft.name}
            onValue={(name) => setDraft({...draft, name})}
            why={whyOf(problems, 'name')}
          />
          <Field
            label={t`E-mail`}
            type="email"
            dir="ltr"
            value={draft.email}
            onValue={(email) => setDraft({...draft, email})}
            why={whyOf(problems, 'email')}
          />
        </div>
        <RoleAndTeam place={draft.place} onPlace={(place) => setDraft({...draft, place})} problems={problems} />
        <Refused problems={problems} fields={['name', 'email', 'role', 'customRoleId', 'teamId']} />
      </div>
    </Section>
  )
}
