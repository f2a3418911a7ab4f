import './form.css'
import {type InputHTMLAttributes, type ReactNode, useId} from 'react'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string
  value: string
  onValue: (value: string) => void
  /** What the server refused about it. */
  why?: string
  hint?: string
  /** What is noticed about it meanwhile; it is read out as it comes. */
  noted?: ReactNode
}

/** A field with its label above and what is wrong with it below. */
export function Field({label, value, onValue, why, hint, noted, ...input}: Props) {
  const id = useId()
  return (
    <div className="field" data-bad={why ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        aria-invalid={why ? true : undefined}
        aria-describedby={why ? `${id}-why` : hint ? `${id}-hint` : undefined}
        onChange={(event) => onValue(event.target.value)}
        {...input}
      />
      {why ? (
        <p className="why" id={`${id}-why`} role="alert">
          {why}
        </p>
      ) : hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {noted === undefined ? null : (
        <div className="noted" role="status">
          {noted}
        </div>
      )}
    </div>
  )
}
