import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {lazy} from 'react'

export type {Hanger} from './records'
export {activityRules} from './rules'
export const NewActivity = lazy(() => import('./parts/new_activity'))
export {Timeline} from './timeline'
export {useDeeds} from './deeds'
export {ActivityEditor} from './editor_door'
export type {Begun} from './begun'
export {loadWords as loadPlanWords} from './editor/words'
export {signs, useWords} from './words'
export {When} from './parts/when'

/** A member's day, and one activity alone. */
export function activityRoutes<Root extends AnyRoute>(root: Root) {
  const day = createRoute({
    getParentRoute: () => root,
    path: '/day',
    component: lazyRouteComponent(() => import('./day'), 'MyDay'),
  })
  const one = createRoute({
    getParentRoute: () => root,
    path: '/activities/$id',
    component: lazyRouteComponent(() => import('./one'), 'ActivityPage'),
  })
  return [day, one] as const
}
