import {useLingui} from '@lingui/react/macro'
import {IconCheck} from '@tabler/icons-react'
import type {ImportStatus} from '../../gql/graphql'
import {type Step, stepOf, steps} from '../course'

export function Steps({status}: {status: ImportStatus}) {
  const {t} = useLingui()
  const names: Record<Step, string> = {
    files: t`Files`,
    columns: t`Columns`,
    check: t`Check`,
    run: t`Import`,
    report: t`Report`,
  }
  const at = steps.indexOf(stepOf(status))
  return (
    <ol className="steps" aria-label={t`Steps of the import`}>
      {steps.map((step, index) => (
        <li key={step} data-done={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
          <span>
            {index < at ? <IconCheck size={13} /> : null}
            {names[step]}
          </span>
        </li>
      ))}
    </ol>
  )
}
