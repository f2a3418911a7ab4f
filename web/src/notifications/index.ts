import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {loadWords} from './words'

export {Bell} from './bell'
export {notificationRules} from './rules'

/** All that a member was told. */
export function notificationRoutes<Root extends AnyRoute>(root: Root) {
  const all = createRoute({
    getParentRoute: () => root,
    path: '/notifications',
    beforeLoad: loadWords,
    component: lazyRouteComponent(() => import('./page'), 'NotificationsPage'),
  })
  return [all] as const
}
