import './settings.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {useMe} from '../members'
import {languages} from '../ui/preferences'
import {Paper} from '../ui/paper'
import {Section} from '../ui/section'

/** What the company said of itself when it was made. */
export function CompanySettings() {
  const {t} = useLingui()
  const {tenant} = useMe()
  const spoken = languages[tenant.locale as keyof typeof languages] as string | undefined
  return (
    <Paper title={t`Company`}>
      <Section
        title={
          <span className="own" dir="auto">
            {tenant.name}
          </span>
        }
        lead={<span className="ltr">{location.host}</span>}
      >
        <div className="inside">
          <dl className="company-facts">
            <dt>
              <Trans>Currency</Trans>
            </dt>
            <dd className="ltr">{tenant.currency}</dd>
            <dt>
              <Trans>Language of new members</Trans>
            </dt>
            <dd>{spoken ?? tenant.locale}</dd>
            <dt>
              <Trans>Time zone of new members</Trans>
            </dt>
            <dd className="ltr">{tenant.timeZone.replaceAll('_', ' ')}</dd>
          </dl>
        </div>
      </Section>
    </Paper>
  )
}
