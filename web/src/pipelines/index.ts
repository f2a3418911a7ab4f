import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'

export {pipelineRules} from './rules'

/** The editor of pipelines, inside the settings. */
export function pipelineRoutes<Frame extends AnyRoute>(frame: Frame) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: '/pipelines',
      component: lazyRouteComponent(() => import('./all'), 'Pipelines'),
    }),
  ] as const
}
