import './mention_area.css'
import {useLingui} from '@lingui/react/macro'
import {type KeyboardEvent, type RefObject, type TextareaHTMLAttributes, useId, useState} from 'react'
import {type Person, usePeople} from '../../members'
import {Avatar} from '../../ui/avatar'
import {askedAt, matching, written} from '../mentions'

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value'> {
  field: RefObject<HTMLTextAreaElement | null>
  value: string
  onValue: (text: string) => void
  onMention: (person: Person) => void
}

/** A field for text in which `@` names a colleague, chosen by typing on, with the arrows, or by a click. */
export function MentionArea({field, value, onValue, onMention, onKeyDown, ...area}: Props) {
  const {t} = useLingui()
  const id = useId()
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [left, setLeft] = useState<number | null>(null)
  const asked = askedAt(value, caret)
  const wanted = asked && asked.from !== left ? asked : null
  const {people} = usePeople({pause: !wanted})
  const found = wanted ? matching(people, wanted.words) : []
  const current = found[Math.min(at, found.length - 1)]
  const choose = (person: Person) => {
    if (!wanted) return
    const next = written(value, wanted.from, caret, person.name)
    onValue(next.text)
    onMention(person)
    setCaret(next.caret)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
    const plain = !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing
    if (!wanted || !current || !plain) return onKeyDown?.(event)
    if (step) setAt((found.indexOf(current) + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(current)
    else if (event.key === 'Escape') setLeft(wanted.from)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="mention-area">
      <textarea
        ref={field}
        value={value}
        aria-autocomplete="list"
        aria-controls={current ? id : undefined}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        onChange={(event) => {
          onValue(event.target.value)
          setCaret(event.target.selectionStart)
          setAt(0)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKey}
        {...area}
      />
      {current ? (
        <div className="mentions" role="listbox" id={id} aria-label={t`Mention a colleague`}>
          {found.map((person) => (
            // The keys are those of the field, which keeps the focus.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={person === current}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <Avatar name={person.name} size={20} plain />
              <span className="own" dir="auto">
                {person.name}
              </span>
              {person.team ? <bdi className="quiet clip">{person.team.name}</bdi> : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
