import {Trans} from '@lingui/react/macro'
import {fieldsOf} from '../fields'

const SHOWN = 12

/** What a sender said, field by field. */
export function Said({body}: {body: string}) {
  const fields = fieldsOf(body)
  if (!fields.length) return null
  return (
    <details className="source-said">
      <summary>
        <Trans>What was sent</Trans>
      </summary>
      <dl>
        {fields.slice(0, SHOWN).map(([name, value]) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
