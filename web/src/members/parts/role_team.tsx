import {useLingui} from '@lingui/react/macro'
import type {MemberRole, MemberRowFragment} from '../../gql/graphql'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {Select} from '../../ui/select'
import {useMe} from '../me'
import {usePeople} from '../people'
import {type OwnRole, useOwnRoles, useRoleWords} from '../roles'

export interface Place {
  /** A ready-made role, or the id of one of the company's own. */
  role: string
  /** Empty for none. */
  team: string
}

export const placeOf = ({role, customRole, team}: MemberRowFragment): Place => ({
  role: customRole?.id ?? role,
  team: team?.id ?? '',
})

/** What is sent for a role that was chosen. */
export function roleInput(chosen: string, own: OwnRole[]): {role: MemberRole; customRoleId?: string} {
  const base = own.find(({id}) => id === chosen)?.base
  return base ? {role: base, customRoleId: chosen} : {role: chosen as MemberRole}
}

interface Props {
  place: Place
  onPlace: (place: Place) => void
  problems: readonly Problem[]
}

/** What a member may do and where he belongs. */
export function RoleAndTeam({place, onPlace, problems}: Props) {
  const {t} = useLingui()
  const {teams} = usePeople()
  const words = useRoleWords()
  const own = useOwnRoles()
  const owner = useMe().member.role === 'OWNER'
  const ready = (Object.keys(words) as MemberRole[]).filter((role) => owner || role !== 'OWNER' || place.role === role)
  const chosen = own.find(({id}) => id === place.role)
  const about = chosen ? chosen.about : (words[place.role as MemberRole] as {about: string} | undefined)?.about
  return (
    <div className="columns">
      <Select
        label={t`Role`}
        value={place.role}
        onValue={(role) => onPlace({...place, role})}
        hint={about}
        why={whyOf(problems, 'role') ?? whyOf(problems, 'customRoleId')}
      >
        <optgroup label={t`Ready-made roles`}>
          {ready.map((role) => (
            <option key={role} value={role}>
              {words[role].name}
            </option>
          ))}
        </optgroup>
        {own.length ? (
          <optgroup label={t`The company's own`}>
            {own.map(({id, name}) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
      </Select>
      <Select
        label={t`Team`}
        value={place.team}
        onValue={(team) => onPlace({...place, team})}
        why={whyOf(problems, 'teamId')}
      >
        <option value="">{t`No team`}</option>
        {teams.map(({id, name, office}) => (
          <option key={id} value={id}>
            {office ? `${name} · ${office}` : name}
          </option>
        ))}
      </Select>
    </div>
  )
}
