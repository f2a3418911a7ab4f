import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {Field} from '../../ui/field'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import type {Part} from './company'

/** After how much working time a manager hears of a lead that nobody has tried to answer. */
export function Escalation({company, change, may}: Part) {
  const {t} = useLingui()
  const kept = company.escalateAfter ?? null
  const [after, setAfter] = useState(String(kept ?? ''))
  const [problems, setProblems] = useState<Problem[]>([])
  const wanted = after === '' ? null : Number(after)
  const save = () => change({escalateAfter: wanted}, {escalateAfter: kept}).then(setProblems)
  return (
    <Section
      title={t`When nobody answers a lead`}
      lead={t`The manager above its owner is told, once; where there is none, those who administer the company.`}
      foot={
        may ? (
          <Button size="compact-md" disabled={wanted === kept} onClick={() => void save()}>
            <Trans>Save</Trans>
          </Button>
        ) : undefined
      }
    >
      <fieldset className="inside company-part" disabled={!may}>
        <Field
          label={t`Tell the manager after so many working minutes`}
          type="number"
          min={1}
          max={10080}
          value={after}
          onValue={setAfter}
          why={whyOf(problems, 'escalateAfter')}
          hint={t`For leads that come in from now on and that nobody has tried to answer. Left empty, nobody is told. A source may have a time of its own.`}
        />
        <Refused problems={problems} fields={['escalateAfter']} />
      </fieldset>
    </Section>
  )
}
