import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {withListWords} from '../ui/list_words'
import {lazy} from 'react'
import {readRecordView} from '../ui/record_view'
import {readAccounts} from './view'

export const NewAccount = lazy(() => import('./parts/new_account'))
export {accountRules} from './rules'

/** The pages of accounts: the list and each account's own. */
export function accountRoutes<Root extends AnyRoute>(root: Root) {
  const list = createRoute({
    getParentRoute: () => root,
    path: '/accounts',
    validateSearch: readAccounts,
    component: lazyRouteComponent(() => withListWords(() => import('./list')), 'AccountList'),
  })
  const record = createRoute({
    getParentRoute: () => root,
    path: '/accounts/$id',
    validateSearch: readRecordView,
    component: lazyRouteComponent(() => import('./record'), 'AccountRecord'),
  })
  return [list, record] as const
}
