import {useLingui} from '@lingui/react/macro'
import {IconArrowDown, IconArrowUp} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import type {Picks, SheetColumn} from './sheet_column'

interface HeadProps<Row> {
  columns: SheetColumn<Row>[]
  sort: {by: string; down: boolean}
  picks: Picks | undefined
}

export function Head<Row>({columns, sort, picks}: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {picks ? <PickHead {...picks} /> : null}
        {columns.map(({id, label, width, by, kind, downFirst}) => {
          const on = by !== undefined && sort.by === by
          const next = on ? (sort.down ? by : `-${by}`) : `${downFirst ? '-' : ''}${by ?? ''}`
          return (
            <th
              key={id}
              scope="col"
              style={{inlineSize: width}}
              className={kind}
              aria-sort={on ? (sort.down ? 'descending' : 'ascending') : undefined}
            >
              {by ? <Sorter label={label} next={next} on={on} down={sort.down} /> : label}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function PickHead({loaded, toggleLoaded}: Picks) {
  const {t} = useLingui()
  return (
    <th scope="col" className="pick keep">
      <label>
        <input
          type="checkbox"
          aria-label={t`Select all rows that are read`}
          checked={loaded === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = loaded === 'some'
          }}
          onChange={toggleLoaded}
        />
      </label>
    </th>
  )
}

function Sorter({label, next, on, down}: {label: string; next: string; on: boolean; down: boolean}) {
  const navigate = useNavigate()
  return (
    <button
      type="button"
      onClick={() => void navigate({to: '.', search: (was) => ({...was, sort: next}), resetScroll: false})}
    >
      {label}
      {on ? down ? <IconArrowDown size={12} /> : <IconArrowUp size={12} /> : null}
    </button>
  )
}
