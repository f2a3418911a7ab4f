import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconX} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {today, useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {Section} from '../../ui/section'
import type {Part} from './company'
import {useHolidayDeeds} from './holiday_deeds'
import {inYear} from './in_year'
import {NewHoliday} from './new_holiday'

const Proposals = late(() => import('./proposals'))

/** A year's days off: added by hand, or picked from those that a country has. */
export function Holidays({company, again, may}: Part) {
  const {t} = useLingui()
  const {dayInFull} = useFormats()
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const [asking, setAsking] = useState(false)
  const deeds = useHolidayDeeds(company.holidays, again)
  const shown = company.holidays
    .map((one) => ({...one, on: one.yearly ? inYear(one.fallsOn, year) : one.fallsOn}))
    .filter(({on}) => Number(on.slice(0, 4)) === year)
    .sort((one, other) => one.on.localeCompare(other.on))
  return (
    <Section
      title={t`Holidays`}
      lead={<Plural value={shown.length} one={`# holiday in ${year}`} other={`# holidays in ${year}`} />}
      aside={
        <span className="years">
          <Button variant="default" size="compact-md" onClick={() => setYear(year - 1)}>
            {year - 1}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => setYear(year + 1)}>
            {year + 1}
          </Button>
        </span>
      }
      foot={
        may ? (
          <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
            <Trans>Holidays of a country…</Trans>
          </Button>
        ) : undefined
      }
    >
      <div className="inside company-part">
        {shown.length ? (
          <ul className="holidays">
            {shown.map(({id, on, name, yearly, halfUntil}) => (
              <li key={id}>
                <time dateTime={on}>{dayInFull(on)}</time>
                <b dir="auto">{name}</b>
                <span className="quiet">
                  {yearly ? t`every year` : null} {halfUntil ? t`until ${halfUntil}` : null}
                </span>
                {may ? (
                  <button type="button" aria-label={t`Remove ${name}`} onClick={() => void deeds.remove(id, name)}>
                    <IconX size={14} />
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">
            <Trans>There are no holidays in this year yet.</Trans>
          </p>
        )}
        {may ? <NewHoliday key={year} year={year} add={deeds.add} /> : null}
      </div>
      <Suspense>
        {asking ? <Proposals company={company} year={year} add={deeds.add} close={() => setAsking(false)} /> : null}
      </Suspense>
    </Section>
  )
}
