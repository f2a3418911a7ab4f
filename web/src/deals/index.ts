import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {late, latePage} from '../ui/late'
import {withListWords} from '../ui/list_words'
import {readRecordView} from '../ui/record_view'
import {readView} from './view'

export {DealLines} from './parts/brief'
export const NewDeal = late(() => import('./parts/new_deal'))
export {dealRules} from './rules'
export {readView, type View} from './view'

/** The pages of deals: the board and the list, each with its whole view in the address, and each deal's own. */
export function dealRoutes<Root extends AnyRoute>(root: Root) {
  const board = createRoute({
    getParentRoute: () => root,
    path: '/deals/board',
    validateSearch: readView,
    component: latePage(() => import('./board'), 'Board'),
  })
  const list = createRoute({
    getParentRoute: () => root,
    path: '/deals',
    validateSearch: readView,
    component: latePage(() => withListWords(() => import('./list')), 'List'),
  })
  const record = createRoute({
    getParentRoute: () => root,
    path: '/deals/$id',
    validateSearch: readRecordView,
    component: latePage(() => import('./record'), 'DealRecord'),
  })
  return [board, list, record] as const
}
