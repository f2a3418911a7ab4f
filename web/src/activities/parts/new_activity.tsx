import './composer.css'
import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import type {ActivityKind} from '../../gql/graphql'
import {AccountChooser, ContactChooser, type Named} from '../../search'
import {Field} from '../../ui/field'
import type {Here} from '../../ui/here'
import {Making} from '../../ui/making'
import {Picked} from '../../ui/picked'
import type {Problem} from '../../ui/problems'
import {useDeeds} from '../deeds'
import {empty, inputOf} from '../draft'
import {hungOn} from '../records'
import {useWords} from '../words'
import {Details} from './details'

interface Props {
  kind: ActivityKind
  /** What is being looked at: it hangs on that. */
  here?: Here
  close: () => void
  made: (id: string, subject: string) => void
}

/** A task, a call, a meeting or a note, written down from anywhere. */
export default function NewActivity({kind, here, close, made}: Props) {
  const {t} = useLingui()
  const {kinds} = useWords()
  const deeds = useDeeds()
  const [draft, setDraft] = useState(() => empty(kind))
  const [account, setAccount] = useState<Named | null>(here?.kind === 'account' ? here : (here?.account ?? null))
  const [contact, setContact] = useState<Named | null>(here?.kind === 'contact' ? here : null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [saving, setSaving] = useState(false)
  const titles: Record<ActivityKind, string> = {
    NOTE: t`Write a note`,
    CALL: t`Log a call`,
    TASK: t`New task`,
    MEETING: t`Plan a meeting`,
  }
  const hints: Record<ActivityKind, string> = {
    NOTE: t`What is worth knowing?`,
    CALL: t`What was said?`,
    TASK: t`What is to be done?`,
    MEETING: t`What is it about?`,
  }
  const save = async () => {
    if (saving) return
    setSaving(true)
    const {problems: refused, activity} = await deeds.create({
      ...inputOf(draft, kinds[kind]),
      ...(here?.kind === 'deal' || here?.kind === 'lead' ? hungOn(here) : {}),
      ...(account ? {accountIds: [account.id]} : {}),
      ...(contact ? {contactIds: [contact.id]} : {}),
    })
    setSaving(false)
    setProblems(refused)
    if (!activity) return
    close()
    made(activity.id, activity.subject)
  }
  return (
    <Making
      title={titles[kind]}
      dirty={draft.text.trim() !== ''}
      saving={saving}
      problems={problems}
      fields={[]}
      save={() => void save()}
      close={close}
    >
      {here?.kind === 'lead' ? <p className="quiet">{t`On the lead ${here.name}`}</p> : null}
      {here?.kind === 'deal' ? <p className="quiet">{t`On the deal ${here.name}`}</p> : null}
      <Field
        label={hints[kind]}
        required={kind !== 'CALL'}
        // The dialog was opened to write it down.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        dir="auto"
        maxLength={200}
        value={draft.text}
        onValue={(text) => setDraft({...draft, text})}
      />
      <div className="columns">
        <Picked label={t`Account`}>
          <AccountChooser value={account} onChange={setAccount} />
        </Picked>
        <Picked label={t`Contact`}>
          <ContactChooser value={contact} account={account?.id} onChange={setContact} />
        </Picked>
      </div>
      <Details draft={draft} setDraft={setDraft} />
    </Making>
  )
}
