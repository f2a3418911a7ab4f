import './chart.css'
import {useLingui} from '@lingui/react/macro'
import {IconChartBar, IconTable} from '@tabler/icons-react'
import {type ReactNode, useState} from 'react'

export interface Legend {
  key: string
  label: string
  /** How much it is, said after its name. */
  amount?: string
  /** Which of the chart's colours, from 1; a line may be dashed, a band soft. */
  tone: number
  look?: 'dashed' | 'soft'
}

export interface Table {
  head: string[]
  rows: {key: string; cells: ReactNode[]}[]
}

interface Props {
  label: string
  legend?: Legend[]
  table: Table
  children: ReactNode
}

/** A drawing with what its colours mean, and the same numbers as a table at one's wish. */
export function Chart({label, legend = [], table, children}: Props) {
  const {t} = useLingui()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="chart" aria-label={label}>
      <div className="chart-top">
        <ul className="legend" hidden={asTable}>
          {legend.map(({key, label: name, amount, tone, look}) => (
            <li key={key} data-tone={tone} data-look={look}>
              <bdi>{name}</bdi>
              {amount ? <span className="num">{amount}</span> : null}
            </li>
          ))}
        </ul>
        <div className="switch" role="group" aria-label={t`Shown as`}>
          <button type="button" aria-pressed={!asTable} aria-label={t`Chart`} onClick={() => setAsTable(false)}>
            <IconChartBar size={14} className="mirror" />
          </button>
          <button type="button" aria-pressed={asTable} aria-label={t`Table`} onClick={() => setAsTable(true)}>
            <IconTable size={14} />
          </button>
        </div>
      </div>
      {asTable ? <Figures label={label} table={table} /> : children}
    </figure>
  )
}

function Figures({label, table}: {label: string; table: Table}) {
  return (
    <div className="figures">
      <table aria-label={label}>
        <thead>
          <tr>
            {table.head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({key, cells}) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index ? (
                  <td key={table.head[index]} className="num">
                    {cell}
                  </td>
                ) : (
                  <th key={table.head[index]} scope="row" className="own" dir="auto">
                    {cell}
                  </th>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
