import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'
import {readReference} from './view'

/** For those who write programs: what the graph has, and what a token of theirs gets from it. */
export function developerRoutes<Frame extends AnyRoute>(frame: Frame) {
  const reference = createRoute({
    getParentRoute: () => frame,
    path: '/reference',
    validateSearch: readReference,
    component: latePage(() => import('./reference'), 'Reference'),
  })
  const explorer = createRoute({
    getParentRoute: () => frame,
    path: '/explorer',
    component: latePage(() => import('./explorer'), 'Explorer'),
  })
  return [reference, explorer] as const
}
