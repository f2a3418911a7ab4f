import './inline.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconPencil} from '@tabler/icons-react'
import {type ReactNode, useEffect, useRef, useState} from 'react'
import type {Refusal} from './edits'
import {whatIsHere} from './here'
import {whoChanged} from './live'
import {Said} from './said'
import {useStill} from './still'
import {Why} from './why'

interface Props {
  label: string
  /** What is typed. */
  value: string
  /** What is shown while nothing is typed. */
  children: ReactNode
  type?: 'text' | 'number' | 'date' | 'email' | 'tel' | 'url'
  /** What is shown leads there: then only the pencil opens the field. */
  href?: string
  /** Answers what was refused, if anything was. */
  save: (value: string) => Promise<Refusal>
}

/** Edited in place, by who may; for others it is shown alone. */
export function Inline(props: Props) {
  const {children, type, href} = props
  if (!useStill()) return <Editable {...props} />
  return (
    <span className="inline">
      {href ? (
        <Way href={href} type={type}>
          {children}
        </Way>
      ) : (
        <span className="alone">{children}</span>
      )}
    </span>
  )
}

function Way({href, type, children}: Pick<Props, 'href' | 'type' | 'children'>) {
  return (
    <a href={href} dir="ltr" {...(type === 'url' ? {target: '_blank', rel: 'noreferrer'} : {})}>
      {children}
    </a>
  )
}

/** Enter or a click opens it, Enter and leaving save, Esc restores. */
function Editable({label, value, children, type = 'text', href, save}: Props) {
  const {t} = useLingui()
  const [text, setText] = useState<string | null>(null)
  const [why, setWhy] = useState<Refusal>(null)
  const button = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const back = useRef(false)
  const [seen, setSeen] = useState(value)
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
    const typed = text.trim()
    back.current = stay
    setText(null)
    if (typed === value) return
    // A change of a colleague's that came while this was being typed is not written over unasked.
    if (value !== seen) setWhy({clash: true, by: whoChanged(whatIsHere()?.id), keep: () => save(typed)})
    else setWhy(await save(typed))
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
            type={type === 'url' ? 'text' : type}
            inputMode={type === 'url' ? 'url' : undefined}
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
          <>
            {href ? (
              <Way href={href} type={type}>
                {children}
              </Way>
            ) : null}
            <button
              ref={button}
              type="button"
              className={href ? 'only' : undefined}
              title={t`Change`}
              onClick={() => {
                setWhy(null)
                setSeen(value)
                setText(value)
              }}
            >
              <span className="vh">
                {label}
                {href ? null : ': '}
              </span>
              {href ? null : children}
              <IconPencil size={12} />
            </button>
          </>
        )}
      </span>
      {editing && value !== seen ? <Meanwhile value={value} /> : null}
      <Why why={why} settle={setWhy} />
    </>
  )
}

/** Told while one types: what is typed stays, and leaving the field asks which of the two is to stand. */
function Meanwhile({value}: {value: string}) {
  const by = whoChanged(whatIsHere()?.id)
  const name = <Said text={by ?? ''} />
  const now = <Said text={value || '–'} />
  return (
    <span className="inline-clash" role="status">
      <span>
        {by ? (
          <Trans>
            Changed by {name}: {now}
          </Trans>
        ) : (
          <Trans>Changed meanwhile: {now}</Trans>
        )}
      </span>
    </span>
  )
}
