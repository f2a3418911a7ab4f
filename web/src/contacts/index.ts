import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {late, latePage} from '../ui/late'
import {withListWords} from '../ui/list_words'
import {readRecordView} from '../ui/record_view'
import {readContacts} from './view'

export {contactRules} from './rules'
export const NewContact = late(() => import('./parts/new_contact'))

/** The pages of contacts: the list and each person's own. */
export function contactRoutes<Root extends AnyRoute>(root: Root) {
  const list = createRoute({
    getParentRoute: () => root,
    path: '/contacts',
    validateSearch: readContacts,
    component: latePage(() => withListWords(() => import('./list')), 'ContactList'),
  })
  const record = createRoute({
    getParentRoute: () => root,
    path: '/contacts/$id',
    validateSearch: readRecordView,
    component: latePage(() => import('./record'), 'ContactRecord'),
  })
  return [list, record] as const
}
