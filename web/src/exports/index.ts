import {type AnyRoute, createRoute, lazyRouteComponent} from '@tanstack/react-router'
import {lazy} from 'react'
import {withListWords} from '../ui/list_words'

export const ExportDialog = lazy(() => withListWords(() => import('./dialog')))

/** The page of a member's own files. */
export function exportRoutes<Root extends AnyRoute>(root: Root) {
  const all = createRoute({
    getParentRoute: () => root,
    path: '/exports',
    component: lazyRouteComponent(() => withListWords(() => import('./all')), 'Exports'),
  })
  return [all] as const
}
