import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {loadNumberWords} from '../reports'
import {latePage} from '../ui/late'
import {readForecast} from './view'

/** What a month or a quarter will probably bring. */
export function forecastRoutes<Root extends AnyRoute>(root: Root) {
  const page = createRoute({
    getParentRoute: () => root,
    path: '/forecast',
    validateSearch: readForecast,
    beforeLoad: loadNumberWords,
    component: latePage(() => import('./page'), 'Forecast'),
  })
  return [page] as const
}
