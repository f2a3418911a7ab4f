import {Trans, useLingui} from '@lingui/react/macro'
import {useMe} from '../../members'
import {Field} from '../../ui/field'
import {useFormats} from '../../ui/formats'
import {Select} from '../../ui/select'
import {type missing, never, type Repeating, WEEKDAYS} from './rule'

interface Props {
  value: Repeating
  onValue: (value: Repeating) => void
  /** The first day. */
  from: string
  why?: string
  /** What is missing was pointed out. */
  asked: ReturnType<typeof missing>
}

const A_MONDAY = Date.UTC(2024, 0, 1)

/** How it repeats, and when that ends. */
export function RepeatFields({value, onValue, from, why, asked}: Props) {
  const {t} = useLingui()
  const set = (change: Partial<Repeating>) => onValue({...value, ...change})
  const {every} = value
  const units = useUnits()
  return (
    <fieldset className="repeat">
      <legend className="vh">{t`Repeats`}</legend>
      <div className="columns">
        <Select
          label={t`Repeats`}
          value={every}
          why={why}
          onValue={(one) => onValue({...never, ...value, every: one as Repeating['every']})}
        >
          <option value="">{t`Never`}</option>
          <option value="DAILY">{t`By days`}</option>
          <option value="WEEKLY">{t`By weeks`}</option>
          <option value="MONTHLY">{t`By months`}</option>
          <option value="YEARLY">{t`By years`}</option>
        </Select>
        {every ? (
          <Field
            label={units[every]}
            type="number"
            min={1}
            max={1000}
            required
            value={value.interval}
            onValue={(interval) => set({interval})}
            why={asked === 'interval' ? t`Say how often.` : undefined}
          />
        ) : null}
      </div>
      {every === 'WEEKLY' ? <Weekdays days={value.days} onDays={(days) => set({days})} /> : null}
      {every ? (
        <div className="columns">
          <Select label={t`Ends`} value={value.ends} onValue={(ends) => set({ends: ends as Repeating['ends']})}>
            <option value="on">{t`On a day`}</option>
            <option value="after">{t`After some times`}</option>
          </Select>
          {value.ends === 'on' ? (
            <Field
              label={t`Last day`}
              type="date"
              min={from}
              value={value.until}
              onValue={(until) => set({until})}
              why={asked === 'until' ? t`Say when it ends: the first day or a later one.` : undefined}
            />
          ) : (
            <Field
              label={t`Times in all`}
              type="number"
              min={1}
              max={1000}
              value={value.count}
              onValue={(count) => set({count})}
              why={asked === 'count' ? t`Say how many times.` : undefined}
            />
          )}
        </div>
      ) : null}
    </fieldset>
  )
}

function useUnits(): Record<Repeating['every'], string> {
  const {t} = useLingui()
  return {
    '': '',
    DAILY: t`Every so many days`,
    WEEKLY: t`Every so many weeks`,
    MONTHLY: t`Every so many months`,
    YEARLY: t`Every so many years`,
  }
}

function Weekdays({days, onDays}: {days: readonly string[]; onDays: (days: string[]) => void}) {
  const {weekday} = useFormats()
  const {member, tenant} = useMe()
  const first = (member.weekStart ?? tenant.weekStart) - 1
  const order = WEEKDAYS.map((_, index) => (index + first) % 7)
  return (
    <div className="weekdays">
      <span className="label">
        <Trans>On these days</Trans>
      </span>
      <div>
        {order.map((index) => {
          const day = WEEKDAYS[index] ?? 'MO'
          const on = days.includes(day)
          return (
            <button
              key={day}
              type="button"
              aria-pressed={on}
              onClick={() => onDays(on ? days.filter((one) => one !== day) : [...days, day])}
            >
              {weekday(new Date(A_MONDAY + index * 86_400_000).toISOString())}
            </button>
          )
        })}
      </div>
    </div>
  )
}
