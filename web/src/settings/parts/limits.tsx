import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useDoor, useSend} from '../../ui/doors'
import {Bone} from '../../ui/empty'
import {Field} from '../../ui/field'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Section} from '../../ui/section'

interface Told {
  sessionHours: number | null
  idleMinutes: number | null
  defaults: {sessionHours: number; idleMinutes: number}
}

/** How long a browser stays signed in, at most and without being used. */
export function Limits() {
  const {t} = useLingui()
  const {data, problems, waiting, keep} = useDoor<Told>('/identity/limits')
  return data ? (
    <Form key={`${data.sessionHours ?? ''}/${data.idleMinutes ?? ''}`} told={data} keep={keep} />
  ) : (
    <Section title={t`How long a session lasts`}>
      <Refused problems={problems} />
      {waiting ? <Bone inline="100%" block={56} /> : null}
    </Section>
  )
}

function Form({told, keep}: {told: Told; keep: (told: Told) => void}) {
  const {t} = useLingui()
  const say = useSay()
  const send = useSend()
  const former = {hours: String(told.sessionHours ?? ''), minutes: String(told.idleMinutes ?? '')}
  const [draft, setDraft] = useState(former)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const changed = draft.hours !== former.hours || draft.minutes !== former.minutes
  const save = async () => {
    setBusy(true)
    const {data, problems: why} = await send<Told>('/identity/limits', {
      sessionHours: draft.hours ? Number(draft.hours) : null,
      idleMinutes: draft.minutes ? Number(draft.minutes) : null,
    })
    setBusy(false)
    setProblems(why)
    if (!data) return
    say(t`Saved`)
    keep(data)
  }
  return (
    <Section
      title={t`How long a session lasts`}
      lead={t`Everybody’s browser asks for a new sign-in after this; an empty field is Kesher’s own limit.`}
      foot={
        <Button size="compact-md" disabled={!changed} loading={busy} onClick={() => void save()}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="inside">
        <div className="columns">
          <Field
            label={t`At most, in hours`}
            type="number"
            dir="ltr"
            min={1}
            placeholder={String(told.defaults.sessionHours)}
            value={draft.hours}
            onValue={(hours) => setDraft({...draft, hours})}
            why={whyOf(problems, 'sessionHours')}
          />
          <Field
            label={t`Without being used, in minutes`}
            type="number"
            dir="ltr"
            min={1}
            placeholder={String(told.defaults.idleMinutes)}
            value={draft.minutes}
            onValue={(minutes) => setDraft({...draft, minutes})}
            why={whyOf(problems, 'idleMinutes')}
          />
        </div>
        <Refused problems={problems} fields={['sessionHours', 'idleMinutes']} />
      </div>
    </Section>
  )
}
