import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

export {accessRules} from './rules'
export {Sharing} from './sharing'

/** Inside the settings: what one member may do, and why. */
export function accessRoutes<Frame extends AnyRoute>(frame: Frame) {
  const rights = createRoute({
    getParentRoute: () => frame,
    path: '/members/$id/rights',
    component: latePage(() => import('./rights'), 'RightsPage'),
  })
  return [rights] as const
}
