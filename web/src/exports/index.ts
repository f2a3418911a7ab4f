import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {late, latePage} from '../ui/late'
import {withListWords} from '../ui/list_words'

export const ExportDialog = late(() => withListWords(() => import('./dialog')))

/** The page of a member's own files. */
export function exportRoutes<Root extends AnyRoute>(root: Root) {
  const all = createRoute({
    getParentRoute: () => root,
    path: '/exports',
    component: latePage(() => withListWords(() => import('./all')), 'Exports'),
  })
  return [all] as const
}
