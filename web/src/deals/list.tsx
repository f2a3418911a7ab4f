import {useLingui} from '@lingui/react/macro'
import {getRouteApi} from '@tanstack/react-router'
import {lazy, Suspense, useCallback, useMemo} from 'react'
import {useQuery} from 'urql'
import {DealListDocument, DealListTotalsDocument} from '../gql/graphql'
import {Failed} from '../ui/empty'
import {usePages} from '../ui/pages'
import {Sheet} from '../ui/sheet'
import {useWalk} from '../ui/walk'
import {BoardEmpty} from './parts/board_empty'
import {useDealColumns} from './parts/columns'
import {DealsTop} from './parts/top'
import {filterOf, isFiltered, listOrderOf, sortOf} from './view'

const Panel = lazy(() => import('./parts/panel'))

const route = getRouteApi('/deals')
const PAGE = 100

export function List() {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const {t} = useLingui()
  const scope = useMemo(() => ({filter: filterOf(view), search: view.q ?? null}), [view])
  const [{data: totals}] = useQuery({query: DealListTotalsDocument, variables: scope})
  const pages = usePages({
    document: DealListDocument,
    variables: {...scope, orderBy: listOrderOf(view), first: PAGE},
    pick: (data) => data.deals,
    fresh: true,
  })
  const deals = pages.nodes
  const open = useCallback(
    (deal: string | undefined) => void navigate({search: (was) => ({...was, deal}), resetScroll: false}),
    [navigate],
  )
  const {at, setAt} = useWalk({rows: deals, peeked: view.deal, peek: open})
  const peek = useCallback(
    (deal: string) => {
      setAt(deal)
      open(deal)
    },
    [open, setAt],
  )
  const close = useCallback(() => open(undefined), [open])
  const columns = useDealColumns(peek)
  const filtered = isFiltered(view)
  const count = totals?.deals.totalCount

  return (
    <>
      <DealsTop layout="list" view={view} count={count} shown={Math.min(deals.length, count ?? deals.length)} />
      <div className="with-panel">
        <div className="sheet-area" aria-busy={pages.stale}>
          {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
          {pages.loaded && !pages.stale && deals.length === 0 ? (
            <BoardEmpty filtered={filtered} view={view} />
          ) : (
            <Sheet
              label={t`Deals`}
              rows={deals}
              columns={columns}
              count={count}
              loading={!pages.loaded}
              sort={sortOf(view)}
              current={at}
              open={peek}
              more={pages.hasMore ? pages.more : undefined}
            />
          )}
        </div>
        <Suspense>{view.deal ? <Panel id={view.deal} close={close} /> : null}</Suspense>
      </div>
    </>
  )
}
