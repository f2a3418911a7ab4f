import {Trans, useLingui} from '@lingui/react/macro'
import type {Scope, Verb} from '../../gql/graphql'
import {Section} from '../../ui/section'
import {choices, type Governed, granted, type Matrix, scopeOf, width} from '../matrix'
import {useRightsWords} from '../words'

const verbs: Verb[] = ['READ', 'CREATE', 'UPDATE', 'DELETE', 'EXPORT', 'SHARE', 'BULK']

interface Props {
  matrix: Matrix
  base: Matrix
  objects: readonly Governed[]
  /** Left out where it is only to be read. */
  change?: (matrix: Matrix) => void
}

/** Kinds of records down, what is done with them across: how far each reaches. What differs from the base is marked. */
export function Grants({matrix, base, objects, change}: Props) {
  const {t} = useLingui()
  const words = useRightsWords()
  return (
    <Section
      title={t`Records`}
      lead={t`How far each right reaches. Nothing but adding reaches further than seeing.`}
      aside={<Legend />}
    >
      {/* It scrolls where it is narrow, and without its choices nothing in it takes the focus. */}
      <div className="grants" role="group" aria-label={t`Records`} tabIndex={change ? undefined : 0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">
                  <Trans>Kind of record</Trans>
                </span>
              </th>
              {verbs.map((verb) => (
                <th key={verb} scope="col">
                  {words.verbs[verb]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {objects.map((governed) => (
              <tr key={governed.object}>
                <th scope="row">{words.object(governed.object)}</th>
                {verbs.map((verb) => (
                  <td key={verb}>
                    {governed.verbs.includes(verb) ? (
                      <Cell governed={governed} verb={verb} matrix={matrix} base={base} change={change} />
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Cell({governed, verb, matrix, base, change}: Omit<Props, 'objects'> & {governed: Governed; verb: Verb}) {
  const {t} = useLingui()
  const words = useRightsWords()
  const scope = scopeOf(matrix, governed.object, verb)
  const ready = scopeOf(base, governed.object, verb)
  const differs = scope !== ready
  const fixed = !change || (governed.alwaysRead && verb === 'READ')
  const told = differs ? t`The ready-made role says: ${words.scopes[ready]}` : undefined
  return (
    <span className="grant" data-width={width(scope)} data-differs={differs || undefined} title={told}>
      {fixed ? (
        <span>{words.scopes[scope]}</span>
      ) : (
        <select
          aria-label={`${words.object(governed.object)}: ${words.verbs[verb]}`}
          value={scope}
          onChange={(event) => change(granted(matrix, governed, verb, event.target.value as Scope))}
        >
          {choices(matrix, governed, verb).map((one) => (
            <option key={one} value={one}>
              {words.scopes[one]}
            </option>
          ))}
        </select>
      )}
      {differs ? <span className="vh">{told}</span> : null}
    </span>
  )
}

function Legend() {
  return (
    <span className="legend">
      <span className="mark" aria-hidden />
      <Trans>differs from the ready-made role</Trans>
    </span>
  )
}
