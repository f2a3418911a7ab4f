import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useActions} from './actions'

interface Walked {
  rows: readonly {id: string}[]
  /** The record whose panel is open: it follows the walk. */
  peeked: string | undefined
  peek: (id: string) => void
}

/** The row that the keyboard stands on: J and K or the arrows walk, P looks at it beside the list. */
export function useWalk({rows, peeked, peek}: Walked) {
  const {t} = useLingui()
  const [at, setAt] = useState<string | null>(null)
  const step = (by: 1 | -1) => {
    const now = rows.findIndex(({id}) => id === (at ?? peeked))
    const next = rows[Math.min(rows.length - 1, Math.max(0, now + by))]
    if (!next) return
    setAt(next.id)
    if (peeked) peek(next.id)
  }
  const look = () => {
    const id = at ?? rows[0]?.id
    if (id) peek(id)
  }
  useActions([
    {id: 'next-row', label: t`Next row`, keys: 'J', hidden: true, run: () => step(1)},
    {id: 'row-before', label: t`Previous row`, keys: 'K', hidden: true, run: () => step(-1)},
    {id: 'down', label: t`Next row`, keys: 'ArrowDown', hidden: true, run: () => step(1)},
    {id: 'up', label: t`Previous row`, keys: 'ArrowUp', hidden: true, run: () => step(-1)},
    {id: 'peek', label: t`Look at it beside the list`, keys: 'P', run: look},
  ])
  return {at: at ?? peeked ?? null, setAt}
}
