import {useLingui} from '@lingui/react/macro'
import {useMe} from '../../members'
import {Field} from '../../ui/field'
import {type Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {Select} from '../../ui/select'
import {later} from '../draft'
import {type Form, talks} from './form'

interface Props {
  form: Form
  set: (change: Partial<Form>) => void
  problems: readonly Problem[]
}

/** When it is: a day, a moment, or from one moment to another, on the member's clock. */
export function WhenFields({form, set, problems}: Props) {
  const {t} = useLingui()
  const {member} = useMe()
  const {kind, on, time, endOn, endTime} = form
  const meeting = kind === 'MEETING'
  const why = whyOf(problems, 'startsAt') ?? whyOf(problems, 'dueAt') ?? whyOf(problems, 'dueOn')
  const start = (change: {on?: string; time?: string}) => set({...change, ...ended(form, {on, time, ...change})})
  return (
    <>
      <div className="columns">
        <Field
          label={meeting ? t`Day` : t`Due`}
          type="date"
          required={meeting}
          value={on}
          onValue={(value) => start({on: value})}
          why={why}
        />
        <Field
          label={meeting ? t`Starts` : t`Time`}
          type="time"
          required={meeting}
          value={time}
          onValue={(value) => start({time: value})}
        />
        {talks(kind) ? (
          <>
            <Field
              label={t`Until the day`}
              type="date"
              value={endOn || on}
              min={on}
              onValue={(value) => set({endOn: value})}
            />
            <Field
              label={t`Until`}
              type="time"
              required={meeting}
              value={endTime}
              onValue={(value) => set({endTime: value})}
              why={whyOf(problems, 'endsAt')}
            />
          </>
        ) : null}
      </div>
      <p className="quiet zone">
        {t`Times are those of`} <bdi dir="ltr">{member.timeZone.replaceAll('_', ' ')}</bdi>
      </p>
    </>
  )
}

/** What starts later ends as much later. */
function ended(form: Form, {on, time}: {on: string; time: string}): Partial<Form> {
  if (!form.endTime || !form.on || !form.time || !on || !time) return {}
  const from = Date.parse(`${form.on}T${form.time}Z`)
  const minutes = (Date.parse(`${form.endOn || form.on}T${form.endTime}Z`) - from) / 60_000
  const [endOn = '', endTime = ''] = later(`${on}T${time}`, minutes).split('T')
  return {endOn, endTime}
}

export function ReminderField({form, set, problems}: Props) {
  const {t} = useLingui()
  const usual = ['', '0', '5', '15', '30', '60', '120', '1440', '2880', '10080']
  const labels: Record<string, string> = {
    '': t`No reminder`,
    '0': t`When it is time`,
    '60': t`1 hour before`,
    '120': t`2 hours before`,
    '1440': t`1 day before`,
    '2880': t`2 days before`,
    '10080': t`1 week before`,
  }
  const choices = usual.includes(form.remind) ? usual : [...usual, form.remind]
  return (
    <Select
      label={t`Reminder`}
      value={form.remind}
      onValue={(remind) => set({remind})}
      why={whyOf(problems, 'remindMinutes')}
      hint={form.remind === '' ? undefined : t`Here and by mail, as your notifications are set.`}
    >
      {choices.map((minutes) => (
        <option key={minutes} value={minutes}>
          {labels[minutes] ?? t`${minutes} minutes before`}
        </option>
      ))}
    </Select>
  )
}
