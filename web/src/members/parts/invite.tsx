import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {InviteMemberDocument} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {useOwnRoles} from '../roles'
import {type Place, RoleAndTeam, roleInput} from './role_team'

interface Props {
  /** A placeholder who becomes a person. */
  known?: {name: string; email: string; place: Place}
  close: () => void
}

/** Asks somebody into the company: who, what he may do, and where he belongs. */
export default function Invite({known, close}: Props) {
  const {t} = useLingui()
  const say = useSay()
  const own = useOwnRoles()
  const [name, setName] = useState(known?.name ?? '')
  const [email, setEmail] = useState(known?.email ?? '')
  const [place, setPlace] = useState<Place>(known?.place ?? {role: 'REP', team: ''})
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, invite] = useMutation(InviteMemberDocument)
  const send = async () => {
    const input = {name: name.trim(), email: email.trim(), ...roleInput(place.role, own), teamId: place.team || null}
    const answer = await invite({input})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`${input.name} is invited`)
    close()
  }
  return (
    <Making
      title={t`Invite a member`}
      act={<Trans>Invite</Trans>}
      width={520}
      dirty={name !== (known?.name ?? '') || email !== (known?.email ?? '')}
      saving={fetching}
      problems={problems}
      fields={['name', 'email', 'role', 'customRoleId', 'teamId']}
      noValidate
      save={() => void send()}
      close={close}
    >
      <p className="quiet">
        <Trans>A letter with a link goes to this address; the link is good for one person and for a week.</Trans>
      </p>
      <Field label={t`Name`} maxLength={200} dir="auto" value={name} onValue={setName} why={whyOf(problems, 'name')} />
      <Field
        label={t`E-mail`}
        type="email"
        dir="ltr"
        autoComplete="off"
        value={email}
        onValue={setEmail}
        why={whyOf(problems, 'email')}
      />
      <RoleAndTeam place={place} onPlace={setPlace} problems={problems} />
    </Making>
  )
}
