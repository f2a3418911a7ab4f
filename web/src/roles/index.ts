import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

export {roleRules} from './rules'
export {useRightsWords} from './words'

/** The pages of roles, inside the settings: all of them, and one with its matrix. */
export function roleRoutes<Frame extends AnyRoute>(frame: Frame) {
  const all = createRoute({
    getParentRoute: () => frame,
    path: '/roles',
    component: latePage(() => import('./all'), 'Roles'),
  })
  const one = createRoute({
    getParentRoute: () => frame,
    path: '/roles/$id',
    validateSearch: (search: Record<string, unknown>): {base?: string} =>
      typeof search.base === 'string' ? {base: search.base} : {},
    component: latePage(() => import('./one'), 'RolePage'),
  })
  return [all, one] as const
}
