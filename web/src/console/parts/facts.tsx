import '../../ui/facts.css'
import {Trans, useLingui} from '@lingui/react/macro'
import type {ReactNode} from 'react'
import {useFormats} from '../../ui/formats'
import {Section} from '../../ui/section'
import {To} from '../../ui/to'
import {planName, planNames} from '../names'
import {size as sized} from '../sizes'
import type {Shown} from '../shown'

/** All that is known of a company without looking into it. */
export function Facts({company}: {company: Shown}) {
  const {i18n, t} = useLingui()
  const {day, moment} = useFormats()
  const {survey, size, revision, head} = company
  const fresh = survey ? <Trans>As of {moment(survey.at)}.</Trans> : <Trans>A worker has not looked at it yet.</Trans>
  return (
    <Section title={<Trans>How it stands</Trans>} lead={fresh}>
      <dl className="facts inside">
        <Fact name={<Trans>Since</Trans>}>{day(company.createdAt)}</Fact>
        <Fact name={t(planName)}>{t(planNames[company.plan])}</Fact>
        {company.copyOf ? (
          <Fact name={<Trans>Restored copy of</Trans>}>
            <To className="ltr" opens={{to: '/companies/$slug', params: {slug: company.copyOf}}}>
              {company.copyOf}
            </To>
          </Fact>
        ) : null}
        {company.restorableUntil ? (
          <Fact name={<Trans>Can be restored until</Trans>}>{moment(company.restorableUntil)}</Fact>
        ) : null}
        <Fact name={<Trans>Settings</Trans>}>
          <span className="ltr">
            {company.currency} · {company.locale} · {company.timeZone}
          </span>
        </Fact>
        <Fact name={<Trans>Cell</Trans>}>
          <span className="ltr">
            {company.cell} · {company.namespace}
          </span>
        </Fact>
        {company.oldCopyIn ? (
          <Fact name={<Trans>Old copy in</Trans>}>
            <bdi>{company.oldCopyIn}</bdi>
          </Fact>
        ) : null}
        <Fact name={<Trans>Version</Trans>}>
          {!revision ? (
            '—'
          ) : revision === head ? (
            <Trans>{revision}, the latest</Trans>
          ) : (
            <Trans>
              {revision} of {head}, behind
            </Trans>
          )}
        </Fact>
        <Fact name={<Trans>Size</Trans>}>{size === null ? '—' : <bdi>{sized(size, i18n.locale)}</bdi>}</Fact>
        {survey ? <Surveyed survey={survey} /> : null}
        <Backup backup={company.backup} />
      </dl>
    </Section>
  )
}

const Fact = ({name, children}: {name: ReactNode; children: ReactNode}) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

function Surveyed({survey}: {survey: NonNullable<Shown['survey']>}) {
  const {number, moment} = useFormats()
  return (
    <>
      <Fact name={<Trans>Rows</Trans>}>
        <Trans>
          about {number(survey.records)} in {number(survey.tables)} tables
        </Trans>
      </Fact>
      <Fact name={<Trans>Members</Trans>}>{number(survey.members)}</Fact>
      <Fact name={<Trans>Open sessions</Trans>}>{number(survey.sessions)}</Fact>
      <Fact name={<Trans>Last seen</Trans>}>{survey.seenAt ? moment(survey.seenAt) : <Trans>Nobody yet</Trans>}</Fact>
      <Fact name={<Trans>Jobs waiting</Trans>}>{number(survey.jobsWaiting)}</Fact>
      <Fact name={<Trans>Jobs failed</Trans>}>
        <span className={survey.jobsFailed ? 'console-bad' : undefined}>{number(survey.jobsFailed)}</span>
      </Fact>
      {survey.trouble ? (
        <Fact name={<Trans>Trouble</Trans>}>
          <bdi className="console-bad">{survey.trouble}</bdi>
        </Fact>
      ) : null}
    </>
  )
}

function Backup({backup}: {backup: Shown['backup']}) {
  const {i18n} = useLingui()
  const {moment, number} = useFormats()
  return (
    <>
      <Fact name={<Trans>Last backup</Trans>}>
        {backup?.takenAt ? (
          <span>
            <Trans>
              {moment(backup.takenAt)}, <bdi>{sized(backup.size, i18n.locale)}</bdi>, places: {number(backup.places)}
            </Trans>
          </span>
        ) : (
          <Trans>None yet</Trans>
        )}
      </Fact>
      {backup?.failure ? (
        <Fact name={<Trans>Backup failed</Trans>}>
          <bdi className="console-bad">{backup.failure}</bdi>
        </Fact>
      ) : null}
    </>
  )
}
