import './views.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconColumns3, IconDownload} from '@tabler/icons-react'
import {type ReactNode, Suspense, useEffect, useRef, useState} from 'react'
import {type Aim, BulkBar, type BulkField, useRights} from '../batches'
import {ExportDialog} from '../exports'
import {useActions} from '../ui/actions'
import {Failed} from '../ui/empty'
import {useJobs} from '../ui/jobs'
import {late} from '../ui/late'
import type {usePages} from '../ui/pages'
import {Sheet} from '../ui/sheet'
import type {SheetColumn} from '../ui/sheet_column'
import {useWalk} from '../ui/walk'
import {useChosen} from './columns'
import type {Listing} from './listing'
import {useSelection} from './selection'

const ColumnsDialog = late(() => import('./parts/columns_dialog'))

type Read = Pick<ReturnType<typeof usePages>, 'error' | 'retry' | 'loaded' | 'stale' | 'hasMore' | 'more'>

interface Props<Row extends {id: string; name: string}> {
  listing: Listing
  title: string
  pages: Read & {nodes: Row[]}
  count: number | undefined
  /** All columns that there are. */
  columns: SheetColumn<Row>[]
  /** What many records may be given at once. */
  fields: BulkField[]
  /** Stands above the list; the tools are its own. */
  top: (tools: ReactNode) => ReactNode
  panel: ReactNode
  /** Instead of rows where there are none. */
  bare: ReactNode
  /** Reads the counts again. */
  recount: () => void
}

/** A list of records of any kind: its rows, what is selected of them, and what is done with that. */
export function Records<Row extends {id: string; name: string}>(props: Props<Row>) {
  const {listing, title, pages, count, columns, fields, top, panel, bare, recount} = props
  const {vocabulary, words, scope, set, open} = listing
  const {t} = useLingui()
  const rows = pages.nodes
  const peeked = words[vocabulary.peek]
  const {at} = useWalk({rows, peeked, peek: open})
  const selection = useSelection(scope, rows, count)
  const [asking, setAsking] = useState<'columns' | 'export' | 'chosen' | null>(null)
  const {may} = useRights(vocabulary.object)
  const shown = useChosen(columns, words.cols)
  useReread(pages.retry, recount)
  useActions([
    {
      id: 'select-row',
      label: t`Select the row`,
      keys: 'X',
      run: () => {
        const id = at ?? rows[0]?.id
        if (id) selection.toggle(id, false)
      },
    },
    {id: 'columns', label: t`Choose columns`, icon: <IconColumns3 size={16} />, run: () => setAsking('columns')},
    ...(may('EXPORT')
      ? [{id: 'export', label: t`Export this list`, icon: <IconDownload size={16} />, run: () => setAsking('export')}]
      : []),
  ])
  const aim: Aim = {
    object: vocabulary.object,
    target: selection.target,
    chosen: selection.chosen,
    example: selection.first?.name ?? '',
  }
  const matching = selection.all || count === undefined || selection.chosen >= count ? undefined : count
  const empty = pages.loaded && !pages.stale && rows.length === 0
  const close = () => setAsking(null)
  return (
    <>
      {top(
        <Tools columns={() => setAsking('columns')} write={may('EXPORT') ? () => setAsking('export') : undefined} />,
      )}
      <div className="with-panel">
        <div className="sheet-area" aria-busy={pages.stale}>
          <Trouble listing={listing} pages={pages} />
          {empty ? (
            bare
          ) : (
            <Sheet
              label={title}
              rows={rows}
              columns={shown}
              count={count}
              loading={!pages.loaded}
              sort={listing.sort}
              current={at}
              open={open}
              more={pages.hasMore ? pages.more : undefined}
              picks={{
                has: selection.has,
                toggle: selection.toggle,
                loaded: selection.loaded,
                toggleLoaded: selection.loaded === 'all' ? selection.clear : selection.takeLoaded,
              }}
            />
          )}
          <Suspense>
            {selection.chosen ? (
              <BulkBar
                aim={aim}
                fields={fields}
                matching={matching}
                takeAll={selection.takeAll}
                clear={selection.clear}
                write={() => setAsking('chosen')}
              />
            ) : null}
          </Suspense>
        </div>
        <Suspense>{panel}</Suspense>
      </div>
      <Suspense>
        {asking === 'columns' ? (
          <ColumnsDialog columns={columns} cols={words.cols} set={(cols) => set({cols})} close={close} />
        ) : asking ? (
          <ExportDialog
            object={vocabulary.object}
            title={title}
            scope={asking === 'chosen' ? selection.target : scope}
            orderBy={listing.orderBy}
            columns={shown.filter(({own}) => !own).map(({id, label}) => ({path: id, label}))}
            left={shown.filter(({own}) => own).map(({label}) => label)}
            close={close}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function Tools({columns, write}: {columns: () => void; write: (() => void) | undefined}) {
  return (
    <>
      <button type="button" className="filter tool" onClick={columns}>
        <IconColumns3 size={14} />
        <Trans>Columns</Trans>
      </button>
      {write ? (
        <button type="button" className="filter tool" onClick={write}>
          <IconDownload size={14} />
          <Trans>Export</Trans>
        </button>
      ) : null}
    </>
  )
}

/** What could not be read; where the address asks for what the role hides, the way out. */
function Trouble({listing, pages}: {listing: Listing; pages: Read}) {
  const {error} = pages
  if (!error) return null
  const hidden = error.graphQLErrors.find((one) => one.extensions.code === 'FIELD_HIDDEN')
  if (!hidden) return <Failed error={error} retry={pages.retry} />
  return (
    <div className="trouble" role="alert">
      <span>{hidden.message}</span>
      <button type="button" onClick={() => listing.go({})}>
        <Trans>Show the list without it</Trans>
      </button>
    </div>
  )
}

/** Reads the list again when a change of many records has come to its end. */
function useReread(retry: () => void, recount: () => void) {
  const {changes} = useJobs()
  const seen = useRef(changes)
  useEffect(() => {
    if (changes === seen.current) return
    seen.current = changes
    retry()
    recount()
  }, [changes, retry, recount])
}
