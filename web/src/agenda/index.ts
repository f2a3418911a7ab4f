import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {loadPlanWords} from '../activities'
import {readCalendar, readTeam} from './view'

/** Calendars, and the team's day. */
export function agendaRoutes<Root extends AnyRoute>(root: Root) {
  const calendar = createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    validateSearch: readCalendar,
    beforeLoad: loadPlanWords,
    component: lazyRouteComponent(() => import('./calendar'), 'Calendar'),
  })
  const team = createRoute({
    getParentRoute: () => root,
    path: '/team',
    validateSearch: readTeam,
    beforeLoad: loadPlanWords,
    component: lazyRouteComponent(() => import('./team'), 'TeamDay'),
  })
  return [calendar, team] as const
}
