import {useMemo} from 'react'
import type {SheetColumn} from '../ui/sheet_column'

const leaving = new Set(['spare', 'closed', 'account'])

type Known = Pick<SheetColumn<never>, 'id' | 'extra'>

export const usual = (columns: Known[]) => columns.filter(({extra}) => !extra).map(({id}) => id)

/** The columns that an address names, the first one always first; what it does not know is left out. */
export function chosen(columns: Known[], cols: string | undefined): string[] {
  const first = columns[0]?.id ?? ''
  const named = cols?.split(',').filter((id) => columns.some((column) => column.id === id)) ?? usual(columns)
  return [first, ...new Set(named.filter((id) => id !== first))]
}

/** The columns that are shown: those that somebody chose do not go where there is little room. */
export function useChosen<Row>(columns: SheetColumn<Row>[], cols: string | undefined): SheetColumn<Row>[] {
  return useMemo(() => {
    if (cols === undefined) return columns.filter(({extra}) => !extra)
    return chosen(columns, cols).flatMap((id) => {
      const column = columns.find((one) => one.id === id)
      if (!column) return []
      return [
        {
          ...column,
          kind: column.kind
            ?.split(' ')
            .filter((kind) => !leaving.has(kind))
            .join(' '),
          width: column.width ?? (id === columns[0]?.id ? undefined : 180),
        },
      ]
    })
  }, [columns, cols])
}
