import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'
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
    component: latePage(() => import('./all'), 'Members'),
  })
  const one = createRoute({
    getParentRoute: () => frame,
    path: '/members/$id',
    component: latePage(() => import('./one'), 'MemberPage'),
  })
  const teams = createRoute({
    getParentRoute: () => frame,
    path: '/teams',
    component: latePage(() => import('./teams'), 'Teams'),
  })
  return [all, one, teams] as const
}
