import {useLingui} from '@lingui/react/macro'
import {type DragEvent, type KeyboardEvent, useState} from 'react'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'

interface Named {
  id: string
  name: string
}

/** What a row is held by: dragged, or moved by Alt and an arrow key. */
export interface Handles {
  draggable: true
  onDragStart: (event: DragEvent) => void
  onDragEnd: () => void
  onDragOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** The rows in the order that they will have once the server has answered; `told` says where one stands then. */
export function useReorder<Item extends Named>(
  items: readonly Item[],
  send: (item: Item, position: number) => Promise<Parameters<typeof problemsOf>[0]>,
  told: (name: string, place: number) => string,
) {
  const {t} = useLingui()
  const say = useSay()
  const [held, setHeld] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [wanted, setWanted] = useState<readonly Item[] | null>(null)
  const rows = wanted ?? items
  const move = async (item: Item, to: number) => {
    if (to < 0 || to >= rows.length || rows[to]?.id === item.id) return
    const rest = rows.filter(({id}) => id !== item.id)
    setWanted([...rest.slice(0, to), item, ...rest.slice(to)])
    const answer = await send(item, to)
    setWanted(null)
    const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    say(problem ? problem.message : told(item.name, to + 1))
  }
  const handles = (item: Item, index: number): Handles => ({
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move'
      setHeld(index)
    },
    onDragEnd: () => {
      setHeld(null)
      setOver(null)
    },
    onDragOver: (event) => {
      if (held === null) return
      event.preventDefault()
      setOver(index)
    },
    onDrop: (event) => {
      event.preventDefault()
      const moved = held === null ? undefined : rows[held]
      if (moved) void move(moved, index)
      setHeld(null)
      setOver(null)
    },
    onKeyDown: (event) => {
      const step = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0
      if (!step || !event.altKey) return
      event.preventDefault()
      void move(item, index + step)
    },
  })
  return {rows, over, handles}
}
