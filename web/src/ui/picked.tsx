import './form.css'
import type {ReactNode} from 'react'

/** A chooser that stands in a form, with its label above and what is wrong with it below. */
export function Picked({
  label,
  why,
  hint,
  children,
}: {
  label: string
  why?: string
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="field" data-bad={why ? true : undefined}>
      <span className="label">{label}</span>
      <div className="pick">{children}</div>
      {hint ? <p className="hint">{hint}</p> : null}
      {why ? (
        <p className="why" role="alert">
          {why}
        </p>
      ) : null}
    </div>
  )
}
