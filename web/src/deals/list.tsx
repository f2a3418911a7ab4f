import './list.css'
import './board.css'
import {useLingui} from '@lingui/react/macro'
import {getRouteApi} from '@tanstack/react-router'
import {lazy, Suspense, useCallback, useMemo, useState} from 'react'
import {useQuery} from 'urql'
import {DealListDocument, DealListTotalsDocument} from '../gql/graphql'
import {useActions} from '../ui/actions'
import {Failed} from '../ui/empty'
import {usePages} from '../ui/pages'
import {BoardEmpty} from './parts/board_empty'
import {DealTable} from './parts/table'
import {DealsTop} from './parts/top'
import {filterOf, isFiltered, listOrderOf} from './view'

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
  const [at, setAt] = useState<string | null>(null)
  const open = useCallback(
    (deal: string | undefined) => void navigate({search: (was) => ({...was, deal}), resetScroll: false}),
    [navigate],
  )
  const step = (by: 1 | -1) => {
    const now = deals.findIndex(({id}) => id === (at ?? view.deal))
    const next = deals[Math.min(deals.length - 1, Math.max(0, now + by))]
    if (!next) return
    setAt(next.id)
    if (view.deal) open(next.id)
  }
  useActions([
    {id: 'next-row', label: t`Next deal`, keys: 'J', hidden: true, run: () => step(1)},
    {id: 'row-before', label: t`Previous deal`, keys: 'K', hidden: true, run: () => step(-1)},
    {id: 'down', label: t`Next deal`, keys: 'ArrowDown', hidden: true, run: () => step(1)},
    {id: 'up', label: t`Previous deal`, keys: 'ArrowUp', hidden: true, run: () => step(-1)},
  ])
  const close = useCallback(() => open(undefined), [open])
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
            <DealTable
              deals={deals}
              count={count}
              loading={!pages.loaded}
              view={view}
              current={at ?? view.deal ?? null}
              setCurrent={setAt}
              open={open}
              more={pages.hasMore ? pages.more : undefined}
            />
          )}
        </div>
        <Suspense>{view.deal ? <Panel id={view.deal} close={close} /> : null}</Suspense>
      </div>
    </>
  )
}
