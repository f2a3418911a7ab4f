import {Trans, useLingui} from '@lingui/react/macro'
import {type Draft, linesOf} from '../draft'

/** The form as people will see it, while it is being made. It is only looked at. */
export function Preview({drafts, consent}: {drafts: Draft[]; consent: string}) {
  const {t} = useLingui()
  return (
    <figure className="source-preview" aria-label={t`Preview of the form`}>
      <figcaption>
        <Trans>Preview</Trans>
      </figcaption>
      <div className="sheet-of-form" inert>
        <p className="title">
          <Trans>Get in touch</Trans>
        </p>
        {drafts.map((draft) => (
          <div key={draft.key} className="one">
            <span dir="auto">
              {draft.label || '…'}
              {draft.required ? <i aria-hidden> *</i> : null}
            </span>
            {draft.kind === 'CHOICE' ? (
              <span className="box" data-choice>
                {linesOf(draft.options)[0] ?? ''}
              </span>
            ) : (
              <span className="box" data-long={draft.kind === 'TEXT' || undefined} />
            )}
          </div>
        ))}
        {consent.trim() ? (
          <div className="agree">
            <span className="tick" />
            <span dir="auto">{consent.trim()}</span>
          </div>
        ) : null}
        <span className="send">
          <Trans>Send</Trans>
        </span>
      </div>
    </figure>
  )
}
