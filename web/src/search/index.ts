import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'

export {AccountChooser, ContactChooser, type Named, ProductChooser, type Sold} from './choosers'
export {useFound, useKindNames} from './found'
export {Marked} from './marked'
export {OwnerChooser} from './owner'
export {ReachField} from './reach_field'
export {goTo, type Place, type Shown, useShown} from './shown'

/** The page of everything that was found. */
export function searchRoutes<Root extends AnyRoute>(root: Root) {
  const page = createRoute({
    getParentRoute: () => root,
    path: '/search',
    validateSearch: readSearch,
    component: latePage(() => import('./page'), 'SearchPage'),
  })
  return [page] as const
}

/** What the address of the search says. */
export interface Search {
  q?: string
  kind?: string
}

function readSearch({q, kind}: Record<string, unknown>): Search {
  const said = typeof q === 'string' || typeof q === 'number' ? String(q) : ''
  return {...(said ? {q: said.slice(0, 200)} : {}), ...(typeof kind === 'string' ? {kind} : {})}
}
