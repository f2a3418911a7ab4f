import '../../ui/form.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useMemo, useState} from 'react'
import {Chooser} from '../../ui/chooser'
import {Field} from '../../ui/field'
import {useFormats} from '../../ui/formats'
import {Picked} from '../../ui/picked'
import {languages} from '../../ui/preferences'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import {Select} from '../../ui/select'
import type {Part} from './company'
import {LogoLine} from './logo_line'

const WEEK = [1, 7, 6]

/** Its name and logo, and what new members begin with. */
export function Identity({company, change, again, may}: Part) {
  const {t} = useLingui()
  const {weekday} = useFormats()
  const was = {name: company.name, locale: company.locale, timeZone: company.timeZone, weekStart: company.weekStart}
  const [draft, setDraft] = useState(was)
  const [problems, setProblems] = useState<Problem[]>([])
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((value) => ({value, label: spaced(value)})), [])
  const set = (next: Partial<typeof was>) => setDraft({...draft, ...next})
  const changed = JSON.stringify(draft) !== JSON.stringify(was)
  const days = WEEK.includes(was.weekStart) ? WEEK : [...WEEK, was.weekStart]
  return (
    <Section
      title={t`Name and logo`}
      lead={t`How members, guests and mails see the company, and what new members begin with.`}
      foot={
        may ? (
          <Button size="compact-md" disabled={!changed} onClick={() => void change(draft, was).then(setProblems)}>
            <Trans>Save</Trans>
          </Button>
        ) : undefined
      }
    >
      <fieldset className="inside company-part" disabled={!may}>
        <LogoLine company={company} change={change} again={again} may={may} />
        <div className="columns">
          <Field
            label={t`Name`}
            dir="auto"
            value={draft.name}
            onValue={(name) => set({name})}
            why={whyOf(problems, 'name')}
          />
          <Select
            label={t`Language of new members`}
            value={draft.locale}
            onValue={(locale) => set({locale})}
            why={whyOf(problems, 'locale')}
          >
            {Object.entries(languages).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </Select>
          <Picked label={t`Time zone`} why={whyOf(problems, 'timeZone')}>
            {may ? (
              <Chooser
                label={t`Time zone`}
                required
                choices={zones}
                value={draft.timeZone}
                name={spaced(draft.timeZone)}
                onChange={(next) => set({timeZone: next ?? draft.timeZone})}
              />
            ) : (
              <bdi>{spaced(draft.timeZone)}</bdi>
            )}
          </Picked>
          <Select
            label={t`The week begins on`}
            value={String(draft.weekStart)}
            onValue={(day) => set({weekStart: Number(day)})}
            why={whyOf(problems, 'weekStart')}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {weekday(`2024-01-0${String(day)}`)}
              </option>
            ))}
          </Select>
        </div>
        <Refused problems={problems} fields={['name', 'locale', 'timeZone', 'weekStart']} />
      </fieldset>
    </Section>
  )
}

const spaced = (zone: string) => zone.replaceAll('_', ' ')
