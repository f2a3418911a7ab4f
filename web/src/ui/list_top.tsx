import './top.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus} from '@tabler/icons-react'
import {type ReactNode, Suspense} from 'react'
import {Find} from './find'

interface Props {
  title: string
  /** How many there are. */
  tally: ReactNode
  /** What they are worth together. */
  sum?: ReactNode
  /** Another way to look at the same. */
  layouts?: ReactNode
  /** Not there for who may add nothing. */
  add: {label: string; run: () => void} | undefined
  presets: ReactNode
  find: {label: string; asked: string; ask: (text: string) => void}
  filters: ReactNode
  /** There only while something is filtered. */
  clear: (() => void) | undefined
  /** What else is done with the list: its columns, a file of it. */
  tools?: ReactNode
}

/** What stands above a list: its name and count, what adds to it, ready views, search and filters. */
export function ListTop({title, tally, sum, layouts, add, presets, find, filters, clear, tools}: Props) {
  const {t} = useLingui()
  return (
    <>
      <header className="top">
        <h1>{title}</h1>
        <p className="tally num" role="status" data-testid="tally">
          {tally}
        </p>
        {sum ? (
          <p className="tally num" data-testid="sum">
            {sum}
          </p>
        ) : null}
        <div className="grow" />
        {layouts}
        {add ? (
          <Button size="compact-md" className="add" leftSection={<IconPlus size={14} />} onClick={add.run}>
            <span>{add.label}</span>
          </Button>
        ) : null}
      </header>
      <div className="bar">
        <nav className="presets" aria-label={t`Views`}>
          {presets}
        </nav>
        <Find {...find} />
        <Suspense fallback={<span className="filter-wait" />}>{filters}</Suspense>
        {clear ? (
          <button type="button" className="filter clear" onClick={clear}>
            <Trans>Clear</Trans>
          </button>
        ) : null}
        {tools ? <div className="grow" /> : null}
        {tools}
      </div>
    </>
  )
}
