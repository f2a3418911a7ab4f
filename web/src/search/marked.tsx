import type {ReactNode} from 'react'
import {marksOf} from '../ui/marks'

/** A text with the parts marked because of which it was found. */
export function Marked({text, asked}: {text: string; asked: string}) {
  const parts: ReactNode[] = []
  let read = 0
  for (const [from, to] of asked ? marksOf(text, asked) : []) {
    parts.push(text.slice(read, from), <mark key={from}>{text.slice(from, to)}</mark>)
    read = to
  }
  return <>{[...parts, text.slice(read)]}</>
}
