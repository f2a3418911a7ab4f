import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {loadPlanWords} from '../activities'
import {latePage} from '../ui/late'
import {readCalendar, readTeam} from './view'

/** Calendars, and the team's day. */
export function agendaRoutes<Root extends AnyRoute>(root: Root) {
  const calendar = createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    validateSearch: readCalendar,
    beforeLoad: loadPlanWords,
    component: latePage(() => import('./calendar'), 'Calendar'),
  })
  const team = createRoute({
    getParentRoute: () => root,
    path: '/team',
    validateSearch: readTeam,
    beforeLoad: loadPlanWords,
    component: latePage(() => import('./team'), 'TeamDay'),
  })
  return [calendar, team] as const
}
