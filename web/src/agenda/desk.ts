import {createContext, use} from 'react'
import type {Held} from './holding'
import type {Item} from './items'
import type {WorkingTime} from './working_time'

/** What the parts of a calendar share. */
export interface Desk {
  items: readonly Item[]
  held: Held | null
  hold: (held: Held | null) => void
  /** Lets go of what is held, where it is. */
  drop: (held: Held) => void
  open: (item: Item) => void
  /** A new one at that place; not there for who may plan nothing. */
  make: ((at: {start: number; end: number; whole: boolean}) => void) | undefined
  time: WorkingTime
  /** Those whose calendars are shown; one alone needs no mark. */
  people: readonly {id: string; name: string}[]
  showDay: (day: string) => void
}

const Context = createContext<Desk | null>(null)
export const DeskProvider = Context.Provider

export function useDesk(): Desk {
  const desk = use(Context)
  if (!desk) throw new Error('This stands in a calendar only.')
  return desk
}
