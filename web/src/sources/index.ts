import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

export {sourceRules} from './rules'
export {visitScript} from './visit_script'

/** Where leads come from, inside the settings: all sources, and each one with its form. */
export function sourceRoutes<Frame extends AnyRoute>(frame: Frame) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: '/sources',
      component: latePage(() => import('./all'), 'Sources'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: '/sources/$id',
      component: latePage(() => import('./one'), 'SourcePage'),
    }),
  ] as const
}
