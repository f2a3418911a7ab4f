import {useLingui} from '@lingui/react/macro'
import {getRouteApi} from '@tanstack/react-router'
import {lazy} from 'react'
import {useQuery} from 'urql'
import type {BulkField} from '../batches'
import {DealListDocument, DealListTotalsDocument} from '../gql/graphql'
import {usePages} from '../ui/pages'
import {Records, useListing} from '../views'
import {BoardEmpty} from './parts/board_empty'
import {useDealColumns} from './parts/columns'
import {DealsTop} from './parts/top'
import {dealList} from './view'

const Panel = lazy(() => import('./parts/panel'))

const route = getRouteApi('/deals')
const PAGE = 100

export function List() {
  const view = route.useSearch()
  const {t} = useLingui()
  const listing = useListing(dealList, view)
  const {scope, orderBy, open, filtered} = listing
  const [{data: totals}, recount] = useQuery({query: DealListTotalsDocument, variables: scope})
  const pages = usePages({
    document: DealListDocument,
    variables: {...scope, orderBy, first: PAGE},
    pick: (data) => data.deals,
    fresh: true,
  })
  const columns = useDealColumns(open)
  const fields: BulkField[] = [
    {name: 'expectedCloseOn', label: t`Expected close`, kind: 'day', optional: true},
    {name: 'amount', label: t`Amount`, kind: 'money', optional: true},
    {name: 'accountId', label: t`Account`, kind: 'account', optional: true},
  ]
  const count = totals?.deals.totalCount
  const shown = Math.min(pages.nodes.length, count ?? pages.nodes.length)
  return (
    <Records
      listing={listing}
      title={t`Deals`}
      pages={pages}
      count={count}
      columns={columns}
      fields={fields}
      recount={recount}
      bare={<BoardEmpty filtered={filtered} view={view} />}
      panel={view.deal ? <Panel id={view.deal} close={() => open(undefined)} /> : null}
      top={(tools) => <DealsTop layout="list" view={view} count={count} shown={shown} tools={tools} />}
    />
  )
}
