import {Trans, useLingui} from '@lingui/react/macro'
import type {KnownField} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import {useQualificationWords} from '../words'
import type {Part} from './rules'

/** From which score on a lead is ripe, and what it must have besides. */
export function RipeWhen({draft, set, may, problems}: Part) {
  const {t} = useLingui()
  const {known} = useQualificationWords()
  const fields = Object.keys(known) as KnownField[]
  const require = (field: KnownField, on: boolean) =>
    set({...draft, requires: fields.filter((one) => (one === field ? on : draft.requires.includes(one)))})
  return (
    <Section
      title={t`When a lead is ripe`}
      lead={t`Its owner is told when it becomes so. How it stands, say qualified, is still decided by who works it.`}
    >
      <div className="inside">
        <div className="columns">
          <Field
            label={t`Ripe from a score of`}
            type="number"
            dir="ltr"
            readOnly={!may}
            min={1}
            max={100}
            value={draft.ripeScore}
            onValue={(ripeScore) => set({...draft, ripeScore})}
            why={whyOf(problems, 'ripeScore')}
            hint={t`From 1 to 100. Left empty, no lead is told to be ripe.`}
          />
          <Field
            label={t`Calls, meetings and tasks done, at least`}
            type="number"
            dir="ltr"
            readOnly={!may}
            min={0}
            max={100}
            value={draft.leastActivities}
            onValue={(leastActivities) => set({...draft, leastActivities})}
            why={whyOf(problems, 'leastActivities')}
            hint={t`Left empty, none must be done.`}
          />
        </div>
        <div role="group" aria-label={t`Must be known`}>
          <p className="ripeness-legend">
            <Trans>Must be known</Trans>
          </p>
          <div className="ripeness-checks">
            {fields.map((field) => (
              <label key={field} className="check">
                <input
                  type="checkbox"
                  disabled={!may}
                  checked={draft.requires.includes(field)}
                  onChange={({target}) => require(field, target.checked)}
                />
                {known[field]}
              </label>
            ))}
          </div>
        </div>
      </div>
    </Section>
  )
}
