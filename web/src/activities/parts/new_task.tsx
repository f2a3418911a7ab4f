import './composer.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {AccountChooser, type Named} from '../../search'
import {Field} from '../../ui/field'
import {Picked} from '../../ui/picked'
import type {Problem} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import type {useDeeds} from '../deeds'
import {empty, inputOf, isEndless} from '../draft'
import {Details} from './details'

/** A task of one's own, written down where the day is looked at. */
export function NewTask({deeds, close}: {deeds: ReturnType<typeof useDeeds>; close: () => void}) {
  const {t} = useLingui()
  const [draft, setDraft] = useState(() => empty('TASK'))
  const [account, setAccount] = useState<Named | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (!draft.text.trim() || isEndless(draft) || busy) return
    setBusy(true)
    const {problems: refused, activity} = await deeds.create({
      ...inputOf(draft, ''),
      ...(account ? {accountIds: [account.id]} : {}),
    })
    setBusy(false)
    setProblems(refused)
    if (activity) close()
  }
  return (
    // Esc leaves it from any of its fields.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="composer"
      aria-label={t`New task`}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div className="details">
        <Field
          label={t`What is to be done?`}
          required
          // It was opened to write a task down.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          dir="auto"
          maxLength={200}
          value={draft.text}
          onValue={(text) => setDraft({...draft, text})}
        />
        <Picked label={t`Account`}>
          <AccountChooser value={account} onChange={setAccount} />
        </Picked>
      </div>
      <Details draft={draft} setDraft={setDraft} />
      <Refused problems={problems} />
      <div className="foot">
        <div className="grow" />
        <Button variant="subtle" color="gray" size="compact-md" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" size="compact-md" loading={busy}>
          <Trans>Plan</Trans>
        </Button>
      </div>
    </form>
  )
}
