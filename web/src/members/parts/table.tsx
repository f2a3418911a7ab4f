import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import type {MemberRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {Bone} from '../../ui/empty'
import {useMe} from '../me'
import {useRoleName} from '../roles'
import {Standing} from './standing'

/** A real table; the name is the link, the whole row its larger target for the mouse. */
export function MemberTable({members, loading}: {members: MemberRowFragment[]; loading: boolean}) {
  const {t} = useLingui()
  return (
    <div className="people">
      <table aria-label={t`Members`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            <th scope="col">
              <Trans>Role</Trans>
            </th>
            <th scope="col">
              <Trans>Team</Trans>
            </th>
            <th scope="col">
              <Trans>Status</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {loading ? <Bones /> : null}
          {members.map((member) => (
            <Row key={member.id} member={member} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({member}: {member: MemberRowFragment}) {
  const roleOf = useRoleName()
  const me = useMe().member.id === member.id
  return (
    <tr data-member={member.id}>
      <th scope="row">
        <Avatar name={member.name} size={28} plain />
        <span className="who">
          <Link to="/settings/members/$id" params={{id: member.id}} className="own" dir="auto">
            {member.name}
          </Link>
          <span className="quiet own">
            <span className="ltr">{member.email}</span>
            {me ? (
              <>
                {' · '}
                <Trans>you</Trans>
              </>
            ) : null}
          </span>
          <span className="quiet on-phone">{[roleOf(member), member.team?.name].filter(Boolean).join(' · ')}</span>
        </span>
      </th>
      <td className="role">
        <bdi>{roleOf(member)}</bdi>
      </td>
      <td className="team">
        {member.team ? (
          <span className="own" dir="auto">
            {member.team.name}
          </span>
        ) : null}
      </td>
      <td className="standing">
        <Standing status={member.status} />
      </td>
    </tr>
  )
}

function Bones() {
  return Array.from({length: 6}, (_, row) => (
    <tr key={row} aria-hidden>
      <td>
        <Bone inline="70%" block={28} />
      </td>
      <td className="role">
        <Bone inline="60%" />
      </td>
      <td className="team">
        <Bone inline="60%" />
      </td>
      <td className="standing">
        <Bone inline="60%" />
      </td>
    </tr>
  ))
}
