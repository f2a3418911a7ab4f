import {useLingui} from '@lingui/react/macro'
import type {CallDirection, CallOutcome} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Select} from '../../ui/select'
import {type Draft, isEndless} from '../draft'
import {useWords} from '../words'

interface Props {
  draft: Draft
  setDraft: (draft: Draft) => void
}

const outcomes: CallOutcome[] = ['CONNECTED', 'LEFT_MESSAGE', 'NO_ANSWER', 'BUSY', 'WRONG_NUMBER']
const directions: CallDirection[] = ['OUTBOUND', 'INBOUND']

/** What belongs to the kind that is being written down. */
export function Details({draft, setDraft}: Props) {
  const {t} = useLingui()
  const words = useWords()
  const set = (change: Partial<Draft>) => setDraft({...draft, ...change})
  if (draft.kind === 'NOTE') return null
  if (draft.kind === 'CALL') {
    return (
      <div className="details">
        <Select label={t`Outcome`} value={draft.outcome} onValue={(one) => set({outcome: one as CallOutcome})}>
          {outcomes.map((one) => (
            <option key={one} value={one}>
              {words.outcomes[one]}
            </option>
          ))}
        </Select>
        <Select label={t`Direction`} value={draft.direction} onValue={(one) => set({direction: one as CallDirection})}>
          {directions.map((one) => (
            <option key={one} value={one}>
              {words.directions[one]}
            </option>
          ))}
        </Select>
      </div>
    )
  }
  const meeting = draft.kind === 'MEETING'
  return (
    <div className="details">
      <Field
        label={meeting ? t`Day` : t`Due`}
        type="date"
        required={meeting}
        value={draft.on}
        onValue={(on) => set({on})}
      />
      <Field label={t`Time`} type="time" required={meeting} value={draft.time} onValue={(time) => set({time})} />
      {meeting ? (
        <>
          <Select label={t`Length`} value={draft.minutes} onValue={(minutes) => set({minutes})}>
            {[15, 30, 45, 60, 90, 120].map((minutes) => (
              <option key={minutes} value={minutes}>
                {t`${minutes} minutes`}
              </option>
            ))}
          </Select>
          <Field label={t`Place`} dir="auto" value={draft.location} onValue={(location) => set({location})} />
        </>
      ) : (
        <>
          <Select
            label={t`Priority`}
            value={draft.high ? 'HIGH' : 'NORMAL'}
            onValue={(one) => set({high: one === 'HIGH'})}
          >
            <option value="NORMAL">{t`Normal`}</option>
            <option value="HIGH">{t`High`}</option>
          </Select>
          <Select label={t`Repeats`} value={draft.repeat} onValue={(repeat) => set({repeat})}>
            <option value="">{t`Never`}</option>
            <option value="FREQ=DAILY">{t`Every day`}</option>
            <option value="FREQ=WEEKLY">{t`Every week`}</option>
            <option value="FREQ=MONTHLY">{t`Every month`}</option>
          </Select>
          {draft.repeat ? (
            <Field
              label={t`Repeats until`}
              type="date"
              min={draft.on}
              required
              value={draft.until}
              onValue={(until) => set({until})}
              why={isEndless(draft) ? t`Say when it ends: the first day or a later one.` : undefined}
            />
          ) : null}
        </>
      )}
    </div>
  )
}
