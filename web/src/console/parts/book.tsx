import {Trans, useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {Section} from '../../ui/section'
import {deedNames} from '../names'
import type {Shown} from '../shown'

/** The operator's book: what was done with the company, in the console and in the terminal. */
export function Book({operations}: {operations: Shown['operations']}) {
  const {t} = useLingui()
  const {moment} = useFormats()
  return (
    <Section
      title={<Trans>Book of operations</Trans>}
      lead={<Trans>Nothing in it is ever changed. The company reads the reasons in its own audit trail.</Trans>}
    >
      {operations.length ? (
        <ol className="console-book inside">
          {operations.map(({at, kind, reason, operator}) => (
            <li key={at + kind}>
              <strong>{t(deedNames[kind])}</strong>
              <time className="quiet">{moment(at)}</time>
              <span>
                <bdi>{reason}</bdi> · <bdi className="quiet">{operator}</bdi>
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="quiet inside">
          <Trans>Nothing was done with it yet.</Trans>
        </p>
      )}
    </Section>
  )
}
