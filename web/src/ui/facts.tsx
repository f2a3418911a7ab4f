import './facts.css'
import type {ReactNode} from 'react'

/** What is known of a record: names at the start, values behind them. */
export function FactList({children}: {children: ReactNode}) {
  return <dl className="facts">{children}</dl>
}

export function Fact({
  label,
  title,
  num,
  children,
}: {
  label: string
  title?: string
  num?: boolean
  children: ReactNode
}) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={num ? 'num' : undefined} title={title}>
        {children}
      </dd>
    </>
  )
}
