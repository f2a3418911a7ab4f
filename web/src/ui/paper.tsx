import './paper.css'
import type {ReactNode} from 'react'

interface Props {
  title: ReactNode
  /** Beside the title: how it stands. */
  tags?: ReactNode
  lead?: ReactNode
  /** At the end of the head: what can be done. */
  actions?: ReactNode
  /** As wide as there is room, for tables. */
  wide?: boolean
  children: ReactNode
}

/** A page of sections under one heading, of a width that is good to read. */
export function Paper({title, tags, lead, actions, wide = false, children}: Props) {
  return (
    <div className="paper">
      <header className="top">
        <h1 className="clip">{title}</h1>
        {tags}
        <div className="grow" />
        {actions}
      </header>
      <div className="paper-body">
        <div className="paper-inner" data-wide={wide || undefined}>
          {lead ? <p className="lead">{lead}</p> : null}
          {children}
        </div>
      </div>
    </div>
  )
}
