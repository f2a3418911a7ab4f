import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useSend} from '../../ui/doors'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'

/** A provider by its issuer; it is asked what it offers before it is kept. */
export default function NewProvider({made, close}: {made: () => Promise<void>; close: () => void}) {
  const {t} = useLingui()
  const send = useSend()
  const [draft, setDraft] = useState({name: '', issuer: '', clientId: '', clientSecret: ''})
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const add = async () => {
    setBusy(true)
    const {problems: why} = await send('/identity/providers', draft)
    setBusy(false)
    setProblems(why)
    if (why.length) return
    await made()
    close()
  }
  const fields = [
    {key: 'name', label: t`Name on the button`, dir: 'auto', type: 'text'},
    {key: 'issuer', label: t`Issuer address`, dir: 'ltr', type: 'url'},
    {key: 'clientId', label: t`Client ID`, dir: 'ltr', type: 'text'},
    {key: 'clientSecret', label: t`Client secret`, dir: 'ltr', type: 'password'},
  ] as const
  return (
    <Making
      title={t`Add a provider`}
      act={<Trans>Add</Trans>}
      width={500}
      dirty={Object.values(draft).some(Boolean)}
      saving={busy}
      problems={problems}
      fields={fields.map(({key}) => key)}
      noValidate
      save={() => void add()}
      close={close}
    >
      {fields.map(({key, label, dir, type}) => (
        <Field
          key={key}
          label={label}
          dir={dir}
          type={type}
          autoComplete={type === 'password' ? 'new-password' : 'off'}
          placeholder={key === 'issuer' ? 'https://login.example.com' : undefined}
          value={draft[key]}
          onValue={(value) => setDraft({...draft, [key]: value})}
          why={whyOf(problems, key)}
        />
      ))}
    </Making>
  )
}
