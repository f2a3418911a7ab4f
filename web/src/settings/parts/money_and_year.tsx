import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {Suspense, useState} from 'react'
import {late} from '../../ui/late'
import {pageLanguage} from '../../ui/preferences'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import {Select} from '../../ui/select'
import type {Part} from './company'

const CurrencyDialog = late(() => import('./currency'))
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** In which currency sums are, and with which month the year begins. */
export function MoneyAndYear({company, change, may}: Part) {
  const {t} = useLingui()
  const [start, setStart] = useState(company.fiscalStart)
  const [asking, setAsking] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = () => change({fiscalStart: start}, {fiscalStart: company.fiscalStart}).then(setProblems)
  return (
    <Section
      title={t`Money and year`}
      lead={t`Sums and forecasts are in this currency; quarters are those of the fiscal year.`}
      foot={
        may ? (
          <Button size="compact-md" disabled={start === company.fiscalStart} onClick={() => void save()}>
            <Trans>Save</Trans>
          </Button>
        ) : undefined
      }
    >
      <fieldset className="inside company-part" disabled={!may}>
        <div className="columns">
          <div className="field">
            <span className="label">
              <Trans>Currency</Trans>
            </span>
            <div className="currency-line">
              <b>
                <bdi>{company.currency}</bdi>
              </b>
              {may ? (
                <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
                  <Trans>Change the currency…</Trans>
                </Button>
              ) : null}
            </div>
          </div>
          <Select
            label={t`The fiscal year begins in`}
            value={String(start)}
            onValue={(month) => setStart(Number(month))}
            why={whyOf(problems, 'fiscalStart')}
          >
            {MONTHS.map((month) => (
              <option key={month} value={month}>
                {monthNamed(month)}
              </option>
            ))}
          </Select>
        </div>
        <Refused problems={problems} fields={['fiscalStart']} />
      </fieldset>
      <Suspense>{asking ? <CurrencyDialog company={company} close={() => setAsking(false)} /> : null}</Suspense>
    </Section>
  )
}

const monthNamed = (month: number) =>
  new Intl.DateTimeFormat(pageLanguage(), {month: 'long', timeZone: 'UTC'}).format(Date.UTC(2024, month - 1, 1))
