import {useLingui} from '@lingui/react/macro'
import {Section} from '../../ui/section'
import {empowered, type Matrix} from '../matrix'
import {useRightsWords} from '../words'

interface Props {
  matrix: Matrix
  base: Matrix
  powers: readonly string[]
  change?: (matrix: Matrix) => void
}

/** What is allowed for the whole company, besides the records. */
export function Powers({matrix, base, powers, change}: Props) {
  const {t} = useLingui()
  const words = useRightsWords()
  return (
    <Section title={t`For the whole company`}>
      <ul className="powers">
        {powers.map((power) => {
          const {name, about} = words.power(power)
          const held = matrix.powers.includes(power)
          return (
            <li key={power} data-differs={held !== base.powers.includes(power) || undefined}>
              <label>
                <input
                  type="checkbox"
                  checked={held}
                  disabled={!change}
                  onChange={(event) => change?.(empowered(matrix, power, event.target.checked))}
                />
                <span>
                  <strong>{name}</strong>
                  {about ? <span className="quiet">{about}</span> : null}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
