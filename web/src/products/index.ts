import {type AnyRoute, createRoute} from '@tanstack/react-router'

import {latePage} from '../ui/late'
import type {ProductView} from './view'

export {productRules} from './rules'

/** The price list, inside the settings. */
export function productRoutes<Frame extends AnyRoute>(frame: Frame) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: '/products',
      validateSearch: ({q, shown}: Record<string, unknown>): ProductView => ({
        ...(typeof q === 'string' && q ? {q} : {}),
        ...(shown === 'all' || shown === 'archived' ? {shown} : {}),
      }),
      component: latePage(() => import('./all'), 'Products'),
    }),
  ] as const
}
