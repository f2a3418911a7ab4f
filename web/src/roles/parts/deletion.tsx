import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {DeleteCustomRoleDocument, type MemberRole, type RoleWholeFragment} from '../../gql/graphql'
import {useRoleWords} from '../../members'
import {Confirm} from '../../ui/confirm'
import {problemsOf} from '../../ui/problems'
import {Select} from '../../ui/select'

interface Props {
  role: RoleWholeFragment
  roles: readonly RoleWholeFragment[]
  gone: () => void
  close: () => void
}

/** Deletes a role; those who have it get another one. */
export default function Deletion({role, roles, gone, close}: Props) {
  const {t} = useLingui()
  const words = useRoleWords()
  const [to, setTo] = useState<string>(role.role)
  const [, destroy] = useMutation(DeleteCustomRoleDocument)
  const custom = role.customRole
  const others = roles.filter(({customRole}) => customRole && customRole.id !== custom?.id)
  const run = async () => {
    if (!custom) return []
    const own = others.some(({customRole}) => customRole?.id === to)
    const move = own ? {moveTo: to} : {moveToReady: to as MemberRole}
    const answer = await destroy({input: {id: custom.id, version: custom.version, ...move}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    if (!refused.length) gone()
    return refused
  }
  return (
    <Confirm title={t`Delete ${custom?.name ?? ''}`} act={t`Delete`} danger run={run} close={close}>
      <p>
        <Plural value={role.members} _0="Nobody has it." one="# member has it." other="# members have it." />{' '}
        <Trans>Say which role they get.</Trans>
      </p>
      <Select label={t`The role they get`} value={to} onValue={setTo}>
        {roles
          .filter(({customRole, role: ready}) => !customRole && ready !== 'OWNER')
          .map(({role: ready}) => (
            <option key={ready} value={ready}>
              {words[ready].name}
            </option>
          ))}
        {others.map(({customRole}) => (
          <option key={customRole?.id} value={customRole?.id}>
            {customRole?.name}
          </option>
        ))}
      </Select>
    </Confirm>
  )
}
