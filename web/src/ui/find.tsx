import './find.css'
import {useLingui} from '@lingui/react/macro'
import {IconSearch, IconX} from '@tabler/icons-react'
import {useEffect, useRef, useState} from 'react'
import {useActions} from './actions'

const PAUSE = 250

/** Searches as one types, with a pause for thought; `/` goes there. What is asked lives with whoever draws this. */
export function Find({label, asked, ask}: {label: string; asked: string; ask: (text: string) => void}) {
  const {t} = useLingui()
  const [text, setText] = useState(asked)
  const [kept, setKept] = useState(asked)
  const field = useRef<HTMLInputElement>(null)
  if (asked !== kept) {
    setKept(asked)
    setText(asked)
  }
  useEffect(() => {
    if (text.trim() === asked) return
    const timer = setTimeout(() => ask(text.trim()), PAUSE)
    return () => {
      clearTimeout(timer)
    }
  }, [text, asked, ask])
  useActions([{id: 'find-here', label, keys: '/', icon: <IconSearch size={16} />, run: () => field.current?.focus()}])
  return (
    <search className="find">
      <IconSearch size={14} />
      <input
        ref={field}
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={t`Search`}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.code !== 'Escape') return
          setText('')
          field.current?.blur()
        }}
      />
      {text ? (
        <button type="button" aria-label={t`Clear the search`} onClick={() => setText('')}>
          <IconX size={12} />
        </button>
      ) : null}
    </search>
  )
}
