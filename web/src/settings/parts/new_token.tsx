import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {Dialog} from '../../ui/dialog'
import {useSend} from '../../ui/doors'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import type {Problem} from '../../ui/problems'
import {Copyable} from '../../ui/secret'
import {Select} from '../../ui/select'

interface Props {
  path: string
  expires: boolean
  made: () => Promise<void>
  close: () => void
}

const DAY = 86_400_000

/** Makes a token and shows it, this once. */
export default function NewToken({path, expires, made, close}: Props) {
  const {t} = useLingui()
  const send = useSend()
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  const [token, setToken] = useState('')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const make = async () => {
    setBusy(true)
    const expiresAt = expires && days ? new Date(Date.now() + Number(days) * DAY).toISOString() : undefined
    const answer = await send<{token: string}>(path, {name: name.trim(), expiresAt})
    setBusy(false)
    setProblems(answer.problems)
    if (!answer.data) return
    setToken(answer.data.token)
    await made()
  }
  if (token)
    return (
      <Dialog
        title={t`Your new token`}
        width={560}
        onClose={close}
        footer={
          <Button size="compact-md" onClick={close}>
            <Trans>I have kept it</Trans>
          </Button>
        }
      >
        <div className="form">
          <p>
            <Trans>Copy it now: it is never shown again.</Trans>
          </p>
          <Copyable text={token} label={t`Your new token`} />
        </div>
      </Dialog>
    )
  return (
    <Making
      title={t`New token`}
      act={<Trans>Make it</Trans>}
      dirty={name !== ''}
      saving={busy}
      problems={problems}
      fields={[]}
      noValidate
      save={() => void make()}
      close={close}
    >
      <Field label={t`What it is for`} dir="auto" maxLength={100} value={name} onValue={setName} />
      {expires ? (
        <Select label={t`Good for`} value={days} onValue={setDays}>
          <option value="7">{t`a week`}</option>
          <option value="30">{t`30 days`}</option>
          <option value="90">{t`90 days`}</option>
          <option value="365">{t`a year`}</option>
          <option value="">{t`until it is revoked`}</option>
        </Select>
      ) : null}
    </Making>
  )
}
