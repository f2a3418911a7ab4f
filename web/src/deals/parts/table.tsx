import {Trans, useLingui} from '@lingui/react/macro'
import {IconArrowDown, IconArrowUp} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {useEffect, useRef, useState} from 'react'
import type {DealRowFragment} from '../../gql/graphql'
import {Bone} from '../../ui/empty'
import {useWindow} from '../../ui/window'
import {type Sortable, sortOf, type View} from '../view'
import {Row} from './row'

interface Props {
  deals: DealRowFragment[]
  count: number | undefined
  loading: boolean
  view: View
  current: string | null
  setCurrent: (deal: string) => void
  open: (deal: string) => void
  more: (() => void) | undefined
}

const rowHeight = () => (matchMedia('(max-width: 720px)').matches ? 48 : 36)

/** A real table of which only the rows near the eye are drawn. */
export function DealTable({deals, count, loading, view, current, setCurrent, open, more}: Props) {
  const {t} = useLingui()
  const [size] = useState(rowHeight)
  const {hold, from, to, before, after, show} = useWindow(deals.length, size)
  const walked = useRef<string | null>(null)
  useEffect(() => {
    if (more && to >= deals.length - 20) more()
  }, [more, to, deals.length])
  useEffect(() => {
    if (!current || walked.current === current) return
    walked.current = current
    const row = deals.findIndex(({id}) => id === current)
    if (row < 0) return
    show(row, 0)
    requestAnimationFrame(() => {
      const link = document.querySelector<HTMLElement>(`[data-deal-row="${CSS.escape(current)}"] a`)
      if (!document.querySelector('.panel:focus-within')) link?.focus({preventScroll: true})
    })
  }, [current, deals, show])
  return (
    <div className="sheet" ref={hold} style={{scrollPaddingBlockStart: 36}}>
      <table aria-rowcount={(count ?? deals.length) + 1} aria-label={t`Deals`}>
        <Head view={view} />
        <tbody>
          {loading ? <Bones /> : null}
          <tr className="pad" aria-hidden>
            <td style={{blockSize: before}} />
          </tr>
          {deals.slice(from, to).map((deal, i) => (
            <Row
              key={deal.id}
              deal={deal}
              index={from + i + 2}
              current={deal.id === current}
              tabbable={deal.id === current || (current === null && from + i === 0)}
              open={(id) => {
                setCurrent(id)
                open(id)
              }}
            />
          ))}
          <tr className="pad" aria-hidden>
            <td style={{blockSize: after}} />
          </tr>
        </tbody>
      </table>
      {more ? (
        <p className="vh">
          <Trans>More deals come as you scroll.</Trans>
        </p>
      ) : null}
    </div>
  )
}

function Head({view}: {view: View}) {
  const {t} = useLingui()
  const columns: {label: string; width?: number; by?: Sortable; kind?: string}[] = [
    {label: t`Name`, by: 'name', kind: 'keep name'},
    {label: t`Account`, kind: 'account'},
    {label: t`Stage`, width: 136},
    {label: t`Amount`, width: 120, by: 'amount', kind: 'keep end'},
    {label: t`Owner`, width: 168, kind: 'owner'},
    {label: t`Expected close`, width: 136, by: 'expectedCloseOn'},
    {label: t`Closed on`, width: 124, by: 'closedOn', kind: 'closed'},
    {label: t`In stage`, width: 92, by: 'stageEnteredAt', kind: 'spare'},
  ]
  return (
    <thead>
      <tr>
        {columns.map(({label, width, by, kind}) => (
          <th key={label} scope="col" style={{inlineSize: width}} className={kind} aria-sort={sortSaid(view, by)}>
            {by ? <Sorter label={label} by={by} view={view} /> : label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function sortSaid(view: View, by: Sortable | undefined) {
  const sort = sortOf(view)
  return sort.by === by ? (sort.down ? 'descending' : 'ascending') : undefined
}

function Sorter({label, by, view}: {label: string; by: Sortable; view: View}) {
  const navigate = useNavigate()
  const sort = sortOf(view)
  const on = sort.by === by
  const downFirst = by === 'amount' || by === 'closedOn'
  const next = on ? (sort.down ? by : `-${by}`) : downFirst ? `-${by}` : by
  return (
    <button
      type="button"
      onClick={() => void navigate({to: '.', search: (was) => ({...was, sort: next}), resetScroll: false})}
    >
      {label}
      {on ? sort.down ? <IconArrowDown size={12} /> : <IconArrowUp size={12} /> : null}
    </button>
  )
}

const bones = ['70%', '60%', '50%', '60%', '55%', '50%', '50%', '30%']
const boneKinds = ['keep', 'account', undefined, 'keep', 'owner', undefined, 'closed', 'spare']

function Bones() {
  return Array.from({length: 14}, (_, row) => (
    <tr key={row} aria-hidden>
      {bones.map((inline, column) => (
        <td key={column} className={boneKinds[column]}>
          <Bone inline={inline} />
        </td>
      ))}
    </tr>
  ))
}
