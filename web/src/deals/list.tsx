import {useLingui} from '@lingui/react/macro'
import {getRouteApi} from '@tanstack/react-router'
import {useMemo} from 'react'
import {useQuery} from 'urql'
import type {BulkField} from '../batches'
import {DealListDocument, DealListTotalsDocument, StallLimitsDocument} from '../gql/graphql'
import {Failed} from '../ui/empty'
import {late} from '../ui/late'
import {usePages} from '../ui/pages'
import {Records, useListing, type Vocabulary} from '../views'
import {BoardEmpty} from './parts/board_empty'
import {useDealColumns} from './parts/columns'
import {DealsTop} from './parts/top'
import {dealList, dealListBy, type View} from './view'

const Panel = late(() => import('./parts/panel'))

const route = getRouteApi('/deals')
const PAGE = 100

/** What is stalled is said by the limits of the stages, which are read first. */
export function List() {
  const view = route.useSearch()
  const [{data, error}, again] = useQuery({query: StallLimitsDocument, pause: !view.stalled})
  const limits = data?.stallLimits
  const vocabulary = useMemo(() => (limits ? dealListBy(limits) : dealList), [limits])
  if (view.stalled && error && !limits) {
    return <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
  }
  return view.stalled && !limits ? null : <Listed view={view} vocabulary={vocabulary} />
}

function Listed({view, vocabulary}: {view: View; vocabulary: Vocabulary}) {
  const {t} = useLingui()
  const listing = useListing(vocabulary, view)
  const {scope, orderBy, open, filtered} = listing
  const [{data: totals}, recount] = useQuery({query: DealListTotalsDocument, variables: scope})
  const pages = usePages({
    document: DealListDocument,
    variables: {...scope, orderBy, first: PAGE, planned: view.cols?.split(',').includes('nextActivity') ?? false},
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
      top={(tools) => (
        <DealsTop
          layout="list"
          view={view}
          count={count}
          shown={shown}
          sum={totals?.deals.convertedAmount}
          tools={tools}
        />
      )}
    />
  )
}
