import '../../ui/part.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {Bone, Failed} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {Section} from '../../ui/section'
import type {useTrial} from '../trial'

/** What the rules would do, while they are written: how many leads, and which. */
export function WouldBe({trial, told}: {trial: ReturnType<typeof useTrial>; told: boolean}) {
  const {t} = useLingui()
  const {found, busy, failed, problems, again} = trial
  return (
    <Section
      title={t`With these rules`}
      lead={t`Worked out from your open leads as they are. Nothing is changed until you save.`}
    >
      <div className="inside ripeness-trial" aria-busy={busy}>
        {failed ? <Failed error={failed} retry={again} /> : null}
        {found ? <Found found={found} told={told} /> : null}
        {!found && !failed && problems.length ? (
          <p className="quiet">
            <Trans>The numbers come once the rules above are complete.</Trans>
          </p>
        ) : null}
        {found || failed || problems.length ? null : <Bone inline="60%" block={44} />}
      </div>
    </Section>
  )
}

type Trial = NonNullable<ReturnType<typeof useTrial>['found']>

function Found({found: {ripe, ripeNow, openLeads, more, leads}, told}: {found: Trial; told: boolean}) {
  const {number} = useFormats()
  const [would, all, now, shown] = [
    number(ripe),
    number(openLeads) + (more ? '+' : ''),
    number(ripeNow),
    number(leads.length),
  ]
  return (
    <>
      <p className="ripeness-number" role="status">
        <strong>
          <Trans>
            Ripe: {would} of {all} open leads
          </Trans>
        </strong>
        {' · '}
        <span className="quiet">
          <Trans>now {now}</Trans>
        </span>
      </p>
      {told ? null : (
        <p className="quiet">
          <Trans>Say from which score on a lead is ripe, and see how many would be.</Trans>
        </p>
      )}
      {leads.length ? (
        <details>
          <summary>
            {ripe > leads.length ? <Trans>The {shown} with the highest scores</Trans> : <Trans>Which ones</Trans>}
          </summary>
          <ul className="line-items">
            {leads.map(({id, name, company, owner}) => (
              <li key={id}>
                <span className="two">
                  <Link to="/leads/$id" params={{id}}>
                    <bdi>{name}</bdi>
                  </Link>
                  {company ? (
                    <small>
                      <bdi>{company}</bdi>
                    </small>
                  ) : null}
                </span>
                <span className="end">
                  <bdi>{owner?.name}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
