import './tag.css'
import type {ReactNode} from 'react'

export type Tone = '' | 'good' | 'bad' | 'warn' | 'accent'

/** A word about how a thing stands, with a sign: never colour alone. */
export function Tag({tone = '', icon, children}: {tone?: Tone; icon?: ReactNode; children: ReactNode}) {
  return (
    <span className={`tag ${tone}`.trim()}>
      {icon}
      {children}
    </span>
  )
}
