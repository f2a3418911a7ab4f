import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {late, latePage} from '../ui/late'
import {withListWords} from '../ui/list_words'
import {readRecordView} from '../ui/record_view'
import {readAccounts} from './view'

export const NewAccount = late(() => import('./parts/new_account'))
export {accountRules} from './rules'

/** The pages of accounts: the list and each account's own. */
export function accountRoutes<Root extends AnyRoute>(root: Root) {
  const list = createRoute({
    getParentRoute: () => root,
    path: '/accounts',
    validateSearch: readAccounts,
    component: latePage(() => withListWords(() => import('./list')), 'AccountList'),
  })
  const record = createRoute({
    getParentRoute: () => root,
    path: '/accounts/$id',
    validateSearch: readRecordView,
    component: latePage(() => import('./record'), 'AccountRecord'),
  })
  return [list, record] as const
}
