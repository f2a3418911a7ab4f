import {createContext, use} from 'react'
import type {DealCardFragment, StageLabelFragment} from '../gql/graphql'
import type {Move, Refused} from './moves'

/** A column as the keyboard sees it: its deals in order, and a way to bring one into view. */
export interface Walkable {
  deals: DealCardFragment[]
  show: (index: number) => void
}

export interface BoardActions {
  stages: StageLabelFragment[]
  /** Who looks may move nothing. */
  still: boolean
  ask: (move: Move) => void
  open: (deal: string) => void
  refused: Refused | null
  forgive: () => void
  register: (stage: string, column: Walkable | null) => void
}

export const BoardContext = createContext<BoardActions | null>(null)

export function useBoard(): BoardActions {
  const board = use(BoardContext)
  if (!board) throw new Error('A card stands on a board.')
  return board
}
