import type {UpdateResolver} from '@urql/exchange-graphcache'
import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

/** The pages of imports: all of them, and one with its steps. */
export function importRoutes<Root extends AnyRoute>(root: Root) {
  const all = createRoute({
    getParentRoute: () => root,
    path: '/imports',
    component: latePage(() => import('./all'), 'Imports'),
  })
  const one = createRoute({
    getParentRoute: () => root,
    path: '/imports/$id',
    component: latePage(() => import('./one'), 'ImportPage'),
  })
  return [all, one] as const
}

/** Everything may have changed once an import ran or was undone: what is cached of deals is read again. */
export const importRules: {updates: Record<string, UpdateResolver>} = {
  updates: {
    discardImport: (_result, _, cache) => {
      for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
        if (fieldName === 'imports') cache.invalidate('Query', fieldKey)
      }
    },
  },
}
