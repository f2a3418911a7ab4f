import './form.css'
import {type ReactNode, useId} from 'react'

interface Props {
  label: string
  value: string
  onValue: (value: string) => void
  disabled?: boolean
  /** What the choice means. */
  hint?: ReactNode
  why?: string
  children: ReactNode
}

/** A labelled choice among a few; the options are its children. */
export function Select({label, value, onValue, disabled, hint, why, children}: Props) {
  const id = useId()
  return (
    <div className="field" data-bad={why ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-invalid={why ? true : undefined}
        aria-describedby={why ? `${id}-why` : hint ? `${id}-hint` : undefined}
        onChange={(event) => onValue(event.target.value)}
      >
        {children}
      </select>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {why ? (
        <p className="why" id={`${id}-why`} role="alert">
          {why}
        </p>
      ) : null}
    </div>
  )
}
