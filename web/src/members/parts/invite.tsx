import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useId, useState} from 'react'
import {useMutation} from 'urql'
import {InviteMemberDocument} from '../../gql/graphql'
import {Dialog} from '../../ui/dialog'
import {Field} from '../../ui/field'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
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
  const id = useId()
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
    <Dialog
      title={t`Invite a member`}
      width={520}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={id} size="compact-md" loading={fetching}>
            <Trans>Invite</Trans>
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="quiet">
          <Trans>A letter with a link goes to this address; the link is good for one person and for a week.</Trans>
        </p>
        <Field
          label={t`Name`}
          maxLength={200}
          dir="auto"
          value={name}
          onValue={setName}
          why={whyOf(problems, 'name')}
        />
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
        <Refused problems={problems} fields={['name', 'email', 'role', 'customRoleId', 'teamId']} />
      </form>
    </Dialog>
  )
}
