import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useId, useState} from 'react'
import {Dialog} from '../../ui/dialog'
import {useSend} from '../../ui/doors'
import {Field} from '../../ui/field'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'

/** A provider by its issuer; it is asked what it offers before it is kept. */
export default function NewProvider({made, close}: {made: () => Promise<void>; close: () => void}) {
  const {t} = useLingui()
  const id = useId()
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
    <Dialog
      title={t`Add a provider`}
      width={500}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={id} size="compact-md" loading={busy}>
            <Trans>Add</Trans>
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="form"
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
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
        <Refused problems={problems} fields={fields.map(({key}) => key)} />
      </form>
    </Dialog>
  )
}
