import './section.css'
import {type ReactNode, useId} from 'react'

interface Props {
  title: ReactNode
  lead?: ReactNode
  /** What can be done about the whole section. */
  aside?: ReactNode
  /** Below a line, at the end: what saves the section. */
  foot?: ReactNode
  danger?: boolean
  children?: ReactNode
}

/** One matter of a page of settings, with its own heading and its own button to save it. */
export function Section({title, lead, aside, foot, danger = false, children}: Props) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id} data-danger={danger || undefined}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {lead ? <p>{lead}</p> : null}
        </div>
        {aside ? <div className="aside">{aside}</div> : null}
      </header>
      {children}
      {foot ? <footer>{foot}</footer> : null}
    </section>
  )
}

interface RowProps {
  icon?: ReactNode
  title: ReactNode
  /** A word or two beside the title. */
  tags?: ReactNode
  more?: ReactNode
  children?: ReactNode
}

/** One thing in a section's list: what it is, what is known of it, what can be done with it. */
export function SectionRow({icon, title, tags, more, children}: RowProps) {
  return (
    <li className="section-row">
      {icon ? <span className="sign">{icon}</span> : null}
      <div className="told">
        <p className="title">
          {title}
          {tags}
        </p>
        {more ? <p className="more">{more}</p> : null}
      </div>
      {children ? <div className="do">{children}</div> : null}
    </li>
  )
}
