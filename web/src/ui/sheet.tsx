import './sheet.css'
import {Trans} from '@lingui/react/macro'
import {useEffect, useRef, useState} from 'react'
import {Bone} from './empty'
import type {Picks, SheetColumn} from './sheet_column'
import {Head} from './sheet_head'
import {Line, type Named} from './sheet_line'
import {useWindow} from './window'

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
  picks?: Picks
}

const rowHeight = () => (matchMedia('(max-width: 720px)').matches ? 56 : 36)

/** A real table of records, of which only the rows near the eye are drawn. */
export function Sheet<Row extends {id: string; name: string}>(props: Props<Row>) {
  const {label, rows, columns, count, loading, sort, current, open, more, picks} = props
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
        <Head columns={columns} sort={sort} picks={picks} />
        <tbody>
          {loading ? <Bones kinds={[...(picks ? ['pick keep'] : []), ...columns.map(({kind}) => kind)]} /> : null}
          <tr className="pad" aria-hidden>
            <td style={{blockSize: before}} />
          </tr>
          {rows.slice(from, to).map((row, i) => (
            <Line
              key={row.id}
              row={row}
              columns={columns as unknown as SheetColumn<Named>[]}
              index={from + i + 2}
              current={row.id === current}
              tab={row.id === current || (current === null && from + i === 0) ? 0 : -1}
              open={open}
              picked={picks ? picks.has(row.id) : undefined}
              pick={picks?.toggle}
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
