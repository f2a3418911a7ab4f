import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {late, latePage} from '../ui/late'

export type {Hanger} from './records'
export {activityRules} from './rules'
export const NewActivity = late(() => import('./parts/new_activity'))
export {Timeline} from './timeline'
export {useDeeds} from './deeds'
export {ActivityEditor} from './editor_door'
export type {Begun} from './begun'
export {loadWords as loadPlanWords} from './editor/words'
export {signs, useWords} from './words'
export {When} from './parts/when'
export {WhoseDay} from './parts/whose_day'

/** A member's day, and one activity alone. */
export function activityRoutes<Root extends AnyRoute>(root: Root) {
  const day = createRoute({
    getParentRoute: () => root,
    path: '/day',
    component: latePage(() => import('./day'), 'MyDay'),
  })
  const one = createRoute({
    getParentRoute: () => root,
    path: '/activities/$id',
    component: latePage(() => import('./one'), 'ActivityPage'),
  })
  return [day, one] as const
}
