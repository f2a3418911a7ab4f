import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useFormats} from '../../ui/formats'
import {Section} from '../../ui/section'
import {isOpen} from '../looking'
import type {Shown} from '../shown'
import {size as sized} from '../sizes'
import {Ask} from './ask'

/** The backups that lie in the places, each of which can be made a copy of the company. */
export function Backups({company, done}: {company: Shown; done: () => void}) {
  const {i18n, t} = useLingui()
  const {moment, number} = useFormats()
  const [asked, setAsked] = useState<string | null>(null)
  const busy = company.errands.some(isOpen) || company.status === 'PURGING'
  return (
    <Section title={<Trans>Backups</Trans>} lead={<Trans>A backup is restored as a copy, beside the company.</Trans>}>
      {company.backups.length ? (
        <ol className="console-book inside">
          {company.backups.map(({takenAt, size, places, drilledAt, drillFailure}) => (
            <li key={takenAt} className="console-backup">
              <strong>
                <time dateTime={takenAt}>{moment(takenAt)}</time>
              </strong>
              <Button
                size="compact-sm"
                variant="default"
                disabled={busy}
                aria-label={t`Restore the backup of ${moment(takenAt)}`}
                onClick={() => setAsked(takenAt)}
              >
                <Trans>Restore</Trans>
              </Button>
              <span className="quiet">
                <Trans>
                  <bdi>{sized(size, i18n.locale)}</bdi>, places: {number(places)}
                </Trans>
                {' · '}
                {drillFailure ? (
                  <bdi className="console-bad">{drillFailure}</bdi>
                ) : drilledAt ? (
                  <Trans>Restored as a drill: {moment(drilledAt)}</Trans>
                ) : (
                  <Trans>Not drilled</Trans>
                )}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="quiet inside">
          <Trans>None yet. Back it up to have one.</Trans>
        </p>
      )}
      {asked ? (
        <Ask kind="RESTORE_BACKUP" company={company} takenAt={asked} done={done} close={() => setAsked(null)} />
      ) : null}
    </Section>
  )
}
