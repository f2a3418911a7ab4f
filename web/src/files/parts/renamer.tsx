import {useLingui} from '@lingui/react/macro'
import {useEffect, useRef} from 'react'

interface Props {
  name: string
  save: (name: string) => Promise<void>
  close: () => void
}

/** A file's name in a field, what stands before its ending picked: Enter and leaving save, Esc restores. */
export function Renamer({name, save, close}: Props) {
  const {t} = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const left = useRef(false)
  useEffect(() => {
    const dot = name.lastIndexOf('.')
    field.current?.focus()
    field.current?.setSelectionRange(0, dot > 0 ? dot : name.length)
  }, [name])
  const finish = (text: string) => {
    if (left.current) return
    left.current = true
    const typed = text.trim()
    if (typed && typed !== name) void save(typed)
    close()
  }
  return (
    <input
      ref={field}
      className="renamer"
      aria-label={t`Name`}
      dir="auto"
      defaultValue={name}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value)
        else if (event.key === 'Escape') {
          event.stopPropagation()
          finish(name)
        } else return
        event.preventDefault()
      }}
    />
  )
}
