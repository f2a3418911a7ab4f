import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'

export {roleRules} from './rules'
export {useRightsWords} from './words'

/** The pages of roles, inside the settings: all of them, and one with its matrix. */
export function roleRoutes<Frame extends AnyRoute>(frame: Frame) {
  const all = createRoute({
    getParentRoute: () => frame,
    path: '/roles',
    component: lazyRouteComponent(() => import('./all'), 'Roles'),
  })
  const one = createRoute({
    getParentRoute: () => frame,
    path: '/roles/$id',
    validateSearch: (search: Record<string, unknown>): {base?: string} =>
      typeof search.base === 'string' ? {base: search.base} : {},
    component: lazyRouteComponent(() => import('./one'), 'RolePage'),
  })
  return [all, one] as const
}
