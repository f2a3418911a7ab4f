import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'
import {loadWords} from './words'

export {Bell} from './bell'
export {notificationRules} from './rules'

/** All that a member was told. */
export function notificationRoutes<Root extends AnyRoute>(root: Root) {
  const all = createRoute({
    getParentRoute: () => root,
    path: '/notifications',
    beforeLoad: loadWords,
    component: latePage(() => import('./page'), 'NotificationsPage'),
  })
  return [all] as const
}
