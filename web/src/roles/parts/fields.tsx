import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconChevronDown} from '@tabler/icons-react'
import type {FieldRule} from '../../gql/graphql'
import {Section} from '../../ui/section'
import {cell, type Governed, type Matrix, ruled} from '../matrix'
import {useRightsWords} from '../words'

interface Props {
  matrix: Matrix
  objects: readonly Governed[]
  change?: (matrix: Matrix) => void
}

/** Fields that a role hides or locks, kind by kind. */
export function FieldRules({matrix, objects, change}: Props) {
  const {t} = useLingui()
  const words = useRightsWords()
  const some = Object.keys(matrix.fields).length > 0
  if (!change && !some) return null
  return (
    <Section
      title={t`Fields`}
      lead={t`A hidden field is empty everywhere: in lists, searches, exports and sums. A read-only one is seen and not changed.`}
    >
      {objects
        .filter(({fields}) => fields.length)
        .map((governed) => (
          <details key={governed.object} className="field-rules">
            <summary>
              <IconChevronDown size={14} aria-hidden />
              <span className="grow">{words.object(governed.object)}</span>
              <Tally matrix={matrix} governed={governed} />
            </summary>
            <ul>
              {governed.fields
                .map((one) => ({...one, label: words.field(one.field)}))
                .sort((a, b) => a.label.localeCompare(b.label))
                .map(({field, label, hideable, lockable}) => {
                  const rule = matrix.fields[cell(governed.object, field)]
                  return (
                    <li key={field} data-rule={rule}>
                      <label>
                        <span className="clip">{label}</span>
                        <select
                          aria-label={`${words.object(governed.object)}: ${label}`}
                          disabled={!change}
                          value={rule ?? ''}
                          onChange={(event) =>
                            change?.(
                              ruled(matrix, governed.object, field, (event.target.value || undefined) as FieldRule),
                            )
                          }
                        >
                          <option value="">{t`Shown`}</option>
                          {lockable ? <option value="READ_ONLY">{words.rules.READ_ONLY}</option> : null}
                          {hideable ? <option value="HIDDEN">{words.rules.HIDDEN}</option> : null}
                        </select>
                      </label>
                    </li>
                  )
                })}
            </ul>
          </details>
        ))}
    </Section>
  )
}

function Tally({matrix, governed}: {matrix: Matrix; governed: Governed}) {
  const rules = governed.fields.map(({field}) => matrix.fields[cell(governed.object, field)])
  const hidden = rules.filter((rule) => rule === 'HIDDEN').length
  const locked = rules.filter((rule) => rule === 'READ_ONLY').length
  if (!hidden && !locked)
    return (
      <span className="quiet">
        <Trans>all shown</Trans>
      </span>
    )
  return (
    <span className="tally-rules">
      {hidden ? <Plural value={hidden} one="# hidden" other="# hidden" /> : null}
      {hidden && locked ? ' · ' : null}
      {locked ? <Plural value={locked} one="# read only" other="# read only" /> : null}
    </span>
  )
}
