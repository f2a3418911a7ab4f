import './inline.css'
import {useLingui} from '@lingui/react/macro'
import {IconPencil} from '@tabler/icons-react'
import {type ReactNode, useEffect, useRef, useState} from 'react'

interface Props {
  label: string
  /** What is typed. */
  value: string
  /** What is shown while nothing is typed. */
  children: ReactNode
  type?: 'text' | 'number' | 'date'
  /** Answers what was refused, if anything was. */
  save: (value: string) => Promise<string | null>
}

/** Edited in place: Enter or a click opens it, Enter and leaving save, Esc restores. */
export function Inline({label, value, children, type = 'text', save}: Props) {
  const {t} = useLingui()
  const [text, setText] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const back = useRef(false)
  const editing = text !== null
  useEffect(() => {
    if (editing) field.current?.select()
    else if (back.current) {
      back.current = false
      button.current?.focus({preventScroll: true})
    }
  }, [editing])

  const finish = async (stay: boolean) => {
    if (text === null) return
    back.current = stay
    setText(null)
    if (text.trim() !== value) setWhy(await save(text.trim()))
  }
  return (
    <>
      <span className="inline">
        {editing ? (
          <input
            ref={field}
            // It was opened to type into it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            type={type}
            step={type === 'number' ? 'any' : undefined}
            min={type === 'number' ? 0 : undefined}
            dir={type === 'text' ? 'auto' : 'ltr'}
            aria-label={label}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => void finish(false)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault()
                void finish(true)
              } else if (event.key === 'Escape') {
                event.preventDefault()
                event.stopPropagation()
                back.current = true
                setText(null)
              }
            }}
          />
        ) : (
          <button
            ref={button}
            type="button"
            title={t`Change`}
            onClick={() => {
              setWhy(null)
              setText(value)
            }}
          >
            <span className="vh">{label}: </span>
            {children}
            <IconPencil size={12} />
          </button>
        )}
      </span>
      {why ? (
        <span className="inline-why" role="alert">
          {why}
        </span>
      ) : null}
    </>
  )
}
