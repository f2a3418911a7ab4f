import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

export {rateRules} from './rules'

/** The page of exchange rates, inside the settings. */
export function rateRoutes<Frame extends AnyRoute>(frame: Frame) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: '/rates',
      validateSearch: (raw: Record<string, unknown>): {currency?: string} =>
        typeof raw.currency === 'string' && /^[A-Z]{3}$/.test(raw.currency) ? {currency: raw.currency} : {},
      component: latePage(() => import('./all'), 'Rates'),
    }),
  ] as const
}
