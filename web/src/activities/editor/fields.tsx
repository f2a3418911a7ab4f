import {useLingui} from '@lingui/react/macro'
import {useId} from 'react'
import type {ActivityKind, ActivityPriority, CallDirection, CallOutcome} from '../../gql/graphql'
import {OwnerChooser} from '../../search'
import {usePeople} from '../../members'
import {Field} from '../../ui/field'
import {useFormats} from '../../ui/formats'
import {Picked} from '../../ui/picked'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {Select} from '../../ui/select'
import {signs, useWords} from '../words'
import {GuestFields, RecordFields} from './around'
import {type Form, talks} from './form'
import {PrivateField} from './private_field'
import {RepeatFields} from './repeat'
import type {missing} from './rule'
import {ReminderField, WhenFields} from './when_fields'

export const shownFields = [
  'subject',
  'body',
  'startsAt',
  'endsAt',
  'dueOn',
  'dueAt',
  'remindMinutes',
  'repeat',
  'ownerId',
]
const LONGEST = 10_000
const kinds: readonly ActivityKind[] = ['TASK', 'CALL', 'MEETING', 'NOTE']

interface Props {
  form: Form
  set: (change: Partial<Form>) => void
  /** It is there already: its kind stays. */
  made: boolean
  /** Whose it is and who wrote it may keep it to themselves; others would hide it from themselves. */
  mayHide: boolean
  problems: readonly Problem[]
  asked: ReturnType<typeof missing>
}

export function Fields({form, set, made, mayHide, problems, asked}: Props) {
  const {t} = useLingui()
  const {people} = usePeople()
  const {kind} = form
  const own = (id: string) => people.find((one) => one.id === id) ?? form.owner
  return (
    <>
      {made ? null : <Kinds value={kind} onValue={(one) => set({kind: one})} />}
      <Field
        label={t`Subject`}
        dir="auto"
        required
        maxLength={300}
        value={form.subject}
        onValue={(subject) => set({subject})}
        why={whyOf(problems, 'subject')}
      />
      {kind === 'NOTE' ? null : <WhenFields form={form} set={set} problems={problems} />}
      <Note value={form.body} onValue={(body) => set({body})} why={whyOf(problems, 'body')} />
      {kind === 'CALL' ? <CallFields form={form} set={set} /> : null}
      {talks(kind) ? (
        <Field
          label={t`Place`}
          dir="auto"
          maxLength={200}
          value={form.location}
          onValue={(location) => set({location})}
        />
      ) : null}
      <div className="columns">
        <Picked label={t`Whose it is`} why={whyOf(problems, 'ownerId')}>
          <OwnerChooser value={form.owner} onChange={(id) => set({owner: own(id)})} />
        </Picked>
        {kind === 'NOTE' ? null : <ReminderField form={form} set={set} problems={problems} />}
        {kind === 'TASK' ? <PriorityField form={form} set={set} /> : null}
      </div>
      {kind === 'NOTE' || form.kept ? null : (
        <RepeatFields
          value={form.repeat}
          onValue={(repeat) => set({repeat})}
          from={form.on}
          why={whyOf(problems, 'repeat')}
          asked={asked}
        />
      )}
      {form.kept ? <p className="quiet">{t`It repeats by a rule that is kept as it is.`}</p> : null}
      <RecordFields value={form.records} onValue={(records) => set({records})} />
      {talks(kind) ? <GuestFields value={form.guests} onValue={(guests) => set({guests})} /> : null}
      {mayHide ? <PrivateField form={form} set={set} /> : null}
    </>
  )
}

function Kinds({value, onValue}: {value: ActivityKind; onValue: (kind: ActivityKind) => void}) {
  const {t} = useLingui()
  const words = useWords()
  return (
    <div className="shown kinds" role="group" aria-label={t`Kind`}>
      {kinds.map((kind) => {
        const Sign = signs[kind]
        return (
          <button key={kind} type="button" aria-pressed={kind === value} onClick={() => onValue(kind)}>
            <Sign size={14} /> {words.kinds[kind]}
          </button>
        )
      })}
    </div>
  )
}

/** As long as a note may be; how much is left is said when it gets close. */
function Note({value, onValue, why}: {value: string; onValue: (value: string) => void; why?: string}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const id = useId()
  const [length, most] = [number(value.length), number(LONGEST)]
  const long = value.length > LONGEST
  return (
    <div className="field" data-bad={why || long ? true : undefined}>
      <label htmlFor={id}>{t`Note`}</label>
      <textarea
        id={id}
        dir="auto"
        rows={Math.min(12, Math.max(3, value.split('\n').length))}
        value={value}
        aria-invalid={why || long ? true : undefined}
        aria-describedby={`${id}-why`}
        onChange={(event) => onValue(event.target.value)}
      />
      <p id={`${id}-why`} className={why || long ? 'why' : 'hint'} role={why || long ? 'alert' : undefined}>
        {why ?? (value.length > LONGEST * 0.9 ? t`${length} of ${most} characters` : null)}
      </p>
    </div>
  )
}

type Part = Pick<Props, 'form' | 'set'>

function CallFields({form, set}: Part) {
  const {t} = useLingui()
  const {outcomes, directions} = useWords()
  return (
    <div className="columns">
      <Select label={t`Outcome`} value={form.outcome} onValue={(one) => set({outcome: one as CallOutcome | ''})}>
        <option value="">{t`Not yet`}</option>
        {(Object.keys(outcomes) as CallOutcome[]).map((one) => (
          <option key={one} value={one}>
            {outcomes[one]}
          </option>
        ))}
      </Select>
      <Select
        label={t`Direction`}
        value={form.direction}
        onValue={(one) => set({direction: one as CallDirection | ''})}
      >
        <option value="">{t`Not said`}</option>
        {(Object.keys(directions) as CallDirection[]).map((one) => (
          <option key={one} value={one}>
            {directions[one]}
          </option>
        ))}
      </Select>
    </div>
  )
}

function PriorityField({form, set}: Part) {
  const {t} = useLingui()
  return (
    <Select label={t`Priority`} value={form.priority} onValue={(one) => set({priority: one as ActivityPriority})}>
      <option value="LOW">{t`Low`}</option>
      <option value="NORMAL">{t`Normal`}</option>
      <option value="HIGH">{t`High`}</option>
    </Select>
  )
}
