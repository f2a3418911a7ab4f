import {useLingui} from '@lingui/react/macro'
import {memo} from 'react'
import type {Picks, SheetColumn} from './sheet_column'

export interface Named {
  id: string
  name: string
}

interface LineProps {
  row: Named
  columns: SheetColumn<Named>[]
  index: number
  current: boolean
  tab: 0 | -1
  open: (id: string) => void
  picked: boolean | undefined
  pick: Picks['toggle'] | undefined
}

/** The name is the link; the whole row is its larger target for the mouse. */
export const Line = memo(function Line(props: LineProps) {
  const {row, columns, index, current, tab, open, picked, pick} = props
  const {t} = useLingui()
  return (
    <tr
      data-row={row.id}
      data-current={current || undefined}
      data-picked={picked || undefined}
      aria-rowindex={index}
      onClick={(event) => {
        if (!(event.target instanceof HTMLElement && event.target.closest('a, .pick'))) open(row.id)
      }}
    >
      {pick ? (
        <td className="pick keep">
          <label>
            <input
              type="checkbox"
              checked={picked ?? false}
              tabIndex={-1}
              aria-label={t`Select ${row.name}`}
              onClick={(event) => pick(row.id, event.shiftKey)}
              onChange={() => undefined}
            />
          </label>
        </td>
      ) : null}
      {columns.map(({id, kind, cell, second}) => (
        <td key={id} className={kind}>
          {cell(row, tab)}
          {second ? <span className="second">{second(row)}</span> : null}
        </td>
      ))}
    </tr>
  )
})
