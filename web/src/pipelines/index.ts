import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

export {pipelineRules} from './rules'

/** The editor of pipelines, inside the settings. */
export function pipelineRoutes<Frame extends AnyRoute>(frame: Frame) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: '/pipelines',
      component: latePage(() => import('./all'), 'Pipelines'),
    }),
  ] as const
}
