import {useId} from 'react'

interface Props {
  label: string
  rows: number
  value: string
  onValue: (value: string) => void
  why?: string
}

/** A field for code, which is written from left to right in every language. Tab leaves it, as any field. */
export function Code({label, rows, value, onValue, why}: Props) {
  const id = useId()
  return (
    <div className="field code" data-bad={why ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="ltr"
        rows={rows}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={value}
        aria-invalid={why ? true : undefined}
        aria-describedby={why ? `${id}-why` : undefined}
        onChange={(event) => onValue(event.target.value)}
      />
      {why ? (
        <p className="why" id={`${id}-why`} role="alert">
          {why}
        </p>
      ) : null}
    </div>
  )
}
