import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

/** Who gets new leads, inside the settings. */
export function assignmentRoutes<Frame extends AnyRoute>(frame: Frame) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: '/assignment',
      component: latePage(() => import('./all'), 'AssignmentRules'),
    }),
  ] as const
}
