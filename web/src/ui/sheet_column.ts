import type {ReactNode} from 'react'

export interface SheetColumn<Row> {
  /** Its name in an address and in a saved view; a path in the graph where it can be exported. */
  id: string
  label: string
  /** It cannot be exported: it is no field of the record. */
  own?: boolean
  /** Not shown until somebody chooses it. */
  extra?: boolean
  width?: number
  /** What the address calls the order by this column. */
  by?: string
  /** The first click puts the largest first. */
  downFirst?: boolean
  /** Classes: `end` for numbers, `keep` for what phones show too, others for what goes first when room is short. */
  kind?: string
  /** The first column's holds the row's link; `tab` is its place in the tab order. */
  cell: (row: Row, tab: 0 | -1) => ReactNode
  /** The first column's second line on a phone. */
  second?: (row: Row) => ReactNode
}

/** Which rows are selected. */
export interface Picks {
  has: (id: string) => boolean
  /** `ranging` selects all from the last one on. */
  toggle: (id: string, ranging: boolean) => void
  loaded: 'none' | 'some' | 'all'
  toggleLoaded: () => void
}
