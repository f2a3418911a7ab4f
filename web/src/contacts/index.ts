import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {lazy} from 'react'
import {withListWords} from '../ui/list_words'
import {readRecordView} from '../ui/record_view'
import {readContacts} from './view'

export {contactRules} from './rules'
export const NewContact = lazy(() => import('./parts/new_contact'))

/** The pages of contacts: the list and each person's own. */
export function contactRoutes<Root extends AnyRoute>(root: Root) {
  const list = createRoute({
    getParentRoute: () => root,
    path: '/contacts',
    validateSearch: readContacts,
    component: lazyRouteComponent(() => withListWords(() => import('./list')), 'ContactList'),
  })
  const record = createRoute({
    getParentRoute: () => root,
    path: '/contacts/$id',
    validateSearch: readRecordView,
    component: lazyRouteComponent(() => import('./record'), 'ContactRecord'),
  })
  return [list, record] as const
}
