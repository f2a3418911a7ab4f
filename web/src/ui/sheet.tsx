import './sheet.css'
import {Trans} from '@lingui/react/macro'
import {IconArrowDown, IconArrowUp} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {memo, type ReactNode, useEffect, useRef, useState} from 'react'
import {Bone} from './empty'
import {useWindow} from './window'

export interface SheetColumn<Row> {
  label: string
  width?: number
  /** What the address calls the order by this column. */
  by?: string
  /** The first click puts the largest first. */
  downFirst?: boolean
  /** Classes: `end` for numbers, `keep` for what phones show too, others for what goes first when room is short. */
  kind?: string
  /** The first column's holds the row's link; `tab` is its place in the tab order. */
  cell: (row: Row, tab: 0 | -1) => ReactNode
}

interface Props<Row> {
  label: string
  rows: Row[]
  /** The same array as long as nothing about it changes. */
  columns: SheetColumn<Row>[]
  count: number | undefined
  loading: boolean
  sort: {by: string; down: boolean}
  /** The row on which the keyboard stands. */
  current: string | null
  open: (id: string) => void
  more: (() => void) | undefined
}

const rowHeight = () => (matchMedia('(max-width: 720px)').matches ? 48 : 36)

/** A real table of records, of which only the rows near the eye are drawn. */
export function Sheet<Row extends {id: string}>(props: Props<Row>) {
  const {label, rows, columns, count, loading, sort, current, open, more} = props
  const [size] = useState(rowHeight)
  const {hold, from, to, before, after, show} = useWindow(rows.length, size)
  const walked = useRef<string | null>(null)
  useEffect(() => {
    if (more && to >= rows.length - 20) more()
  }, [more, to, rows.length])
  useEffect(() => {
    if (!current || walked.current === current) return
    walked.current = current
    const row = rows.findIndex(({id}) => id === current)
    if (row < 0) return
    show(row, 0)
    requestAnimationFrame(() => {
      const link = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"] a`)
      if (!document.querySelector('.panel:focus-within')) link?.focus({preventScroll: true})
    })
  }, [current, rows, show])
  return (
    <div className="sheet" ref={hold} style={{scrollPaddingBlockStart: 36}}>
      <table aria-rowcount={(count ?? rows.length) + 1} aria-label={label}>
        <Head columns={columns} sort={sort} />
        <tbody>
          {loading ? <Bones kinds={columns.map(({kind}) => kind)} /> : null}
          <tr className="pad" aria-hidden>
            <td style={{blockSize: before}} />
          </tr>
          {rows.slice(from, to).map((row, i) => (
            <Line
              key={row.id}
              row={row}
              columns={columns as SheetColumn<{id: string}>[]}
              index={from + i + 2}
              current={row.id === current}
              tab={row.id === current || (current === null && from + i === 0) ? 0 : -1}
              open={open}
            />
          ))}
          <tr className="pad" aria-hidden>
            <td style={{blockSize: after}} />
          </tr>
        </tbody>
      </table>
      {more ? (
        <p className="vh">
          <Trans>More comes as you scroll.</Trans>
        </p>
      ) : null}
    </div>
  )
}

interface LineProps {
  row: {id: string}
  columns: SheetColumn<{id: string}>[]
  index: number
  current: boolean
  tab: 0 | -1
  open: (id: string) => void
}

/** The name is the link; the whole row is its larger target for the mouse. */
const Line = memo(function Line({row, columns, index, current, tab, open}: LineProps) {
  return (
    <tr
      data-row={row.id}
      data-current={current || undefined}
      aria-rowindex={index}
      onClick={(event) => {
        if (!(event.target instanceof HTMLElement && event.target.closest('a'))) open(row.id)
      }}
    >
      {columns.map(({label, kind, cell}) => (
        <td key={label} className={kind}>
          {cell(row, tab)}
        </td>
      ))}
    </tr>
  )
})

function Head<Row>({columns, sort}: {columns: SheetColumn<Row>[]; sort: {by: string; down: boolean}}) {
  return (
    <thead>
      <tr>
        {columns.map(({label, width, by, kind, downFirst}) => {
          const on = by !== undefined && sort.by === by
          const next = on ? (sort.down ? by : `-${by}`) : `${downFirst ? '-' : ''}${by ?? ''}`
          return (
            <th
              key={label}
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

const bones = ['70%', '60%', '50%', '60%', '55%', '50%', '50%', '30%']

function Bones({kinds}: {kinds: (string | undefined)[]}) {
  return Array.from({length: 14}, (_, row) => (
    <tr key={row} aria-hidden>
      {kinds.map((kind, column) => (
        <td key={column} className={kind}>
          <Bone inline={bones[column] ?? '50%'} />
        </td>
      ))}
    </tr>
  ))
}
