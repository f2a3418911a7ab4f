import './settings.css'
import './company.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {useHolds} from '../members'
import {Bone, Failed} from '../ui/empty'
import {Paper} from '../ui/paper'
import {useCompany} from './parts/company'
import {Escalation} from './parts/escalation'
import {Holidays} from './parts/holidays'
import {Identity} from './parts/identity'
import {MoneyAndYear} from './parts/money_and_year'
import {WorkingWeek} from './parts/working_week'

/** What the company says of itself: who manages it changes it here, everybody else reads it. */
export function CompanySettings() {
  const {t} = useLingui()
  const may = useHolds('company:manage')
  const {company, error, again, change} = useCompany()
  const parts = company ? {company, change, again, may} : null
  return (
    <Paper title={t`Company`} lead={<span className="ltr">{location.host}</span>}>
      {may ? null : (
        <p className="note">
          <Trans>This is changed by those who may manage the company.</Trans>
        </p>
      )}
      {error && !company ? <Failed error={error} retry={again} /> : null}
      {company || error ? null : <Bone inline="100%" block={320} />}
      {parts ? (
        <>
          <Identity
            key={`identity ${said(company?.name, company?.locale, company?.timeZone, company?.weekStart)}`}
            {...parts}
          />
          <MoneyAndYear key={`year ${said(company?.fiscalStart)}`} {...parts} />
          <WorkingWeek key={`week ${said(company?.hours)}`} {...parts} />
          <Escalation key={`escalation ${said(company?.escalateAfter)}`} {...parts} />
          <Holidays {...parts} />
        </>
      ) : null}
    </Paper>
  )
}

/** A part begins anew when what it shows was changed elsewhere: what is being written in the others stays. */
const said = (...values: unknown[]) => JSON.stringify(values)
