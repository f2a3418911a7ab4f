import {useLingui} from '@lingui/react/macro'
import {Field} from '../../ui/field'

interface Props {
  reason: string
  setReason: (reason: string) => void
  /** What the server refused about it. */
  why?: string
}

/** Why an admin does it: it stands in both books. */
export function Reason({reason, setReason, why}: Props) {
  const {t} = useLingui()
  return (
    <Field
      label={t`Reason`}
      dir="auto"
      maxLength={300}
      value={reason}
      onValue={setReason}
      why={why}
      hint={t`The company can read the reason in its own audit trail.`}
    />
  )
}
