import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {readPeople} from './view'

export {useGrants} from './grants'
export {useHolds, useManages} from './may'
export {MeProvider, useMe, type Viewer} from './me'
export {usePeople, type Person, type Team} from './people'
export {type RoleWords, useRoleWords} from './roles'
export {memberRules} from './rules'

/** The pages of members and teams, inside the settings. */
export function memberRoutes<Frame extends AnyRoute>(frame: Frame) {
  const all = createRoute({
    getParentRoute: () => frame,
    path: '/members',
    validateSearch: readPeople,
    component: lazyRouteComponent(() => import('./all'), 'Members'),
  })
  const one = createRoute({
    getParentRoute: () => frame,
    path: '/members/$id',
    component: lazyRouteComponent(() => import('./one'), 'MemberPage'),
  })
  const teams = createRoute({
    getParentRoute: () => frame,
    path: '/teams',
    component: lazyRouteComponent(() => import('./teams'), 'Teams'),
  })
  return [all, one, teams] as const
}
