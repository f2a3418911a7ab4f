import {Trans, useLingui} from '@lingui/react/macro'
import type {ImportDetailFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'

export function Progress({one}: {one: ImportDetailFragment}) {
  const {t} = useLingui()
  const {number, percent} = useFormats()
  const {status, done, total} = one
  const share = total > 0 ? Math.min(1, done / total) : 0
  const label = status === 'CHECKING' ? t`Checking` : status === 'RUNNING' ? t`Importing` : t`Undoing`
  return (
    <section className="progress">
      <div className="told">
        <strong>{label}</strong>
        <span className="num quiet">
          <Trans>
            {number(Math.min(done, total))} of {number(total)}
          </Trans>{' '}
          · {percent(Math.round(share * 100) / 100)}
        </span>
      </div>
      <div
        className="track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div style={{inlineSize: `${share * 100}%`}} />
      </div>
      <p className="quiet">
        <Trans>You can leave this page: the work goes on, and it is found again under Imports.</Trans>
      </p>
    </section>
  )
}
