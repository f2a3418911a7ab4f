import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {readView} from './view'

export {dealRules} from './rules'
export {readView, type View} from './view'

/** The pages of deals: the board and the list, each with its whole view in the address. */
export function dealRoutes<Root extends AnyRoute>(root: Root) {
  const board = createRoute({
    getParentRoute: () => root,
    path: '/deals/board',
    validateSearch: readView,
    component: lazyRouteComponent(() => import('./board'), 'Board'),
  })
  const list = createRoute({
    getParentRoute: () => root,
    path: '/deals',
    validateSearch: readView,
    component: lazyRouteComponent(() => import('./list'), 'List'),
  })
  return [board, list] as const
}
