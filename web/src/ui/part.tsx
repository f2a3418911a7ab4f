import './part.css'
import type {ReactNode} from 'react'
import {useFormats} from './formats'

interface Props {
  title: ReactNode
  /** How many there are in all. */
  count?: number
  /** What can be done here, at the end of the heading. */
  action?: ReactNode
  /** In a panel the record's own name is the second heading already. */
  deep?: boolean
  children: ReactNode
}

/** A part of what is shown of a record: a small heading and what belongs below it. */
export function Part({title, count, action, deep = false, children}: Props) {
  const {number} = useFormats()
  const Heading = deep ? 'h3' : 'h2'
  return (
    <section className="part">
      <header>
        <Heading>
          {title}
          {count === undefined ? null : <span className="n num">{number(count)}</span>}
        </Heading>
        {action}
      </header>
      {children}
    </section>
  )
}
