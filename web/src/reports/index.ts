import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'
import {readDone} from './done_view'
import {readHome} from './view'
import {loadNumberWords} from './words'

export {dealsOf, ownerOf, type Whose} from './links'
export {loadNumberWords} from './words'

/** The home page: the numbers of who is signed in, or of all whose he sees. */
export function reportRoutes<Root extends AnyRoute>(root: Root) {
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: readHome,
    beforeLoad: loadNumberWords,
    component: latePage(() => import('./home'), 'Home'),
  })
  const done = createRoute({
    getParentRoute: () => root,
    path: '/activities/done',
    validateSearch: readDone,
    beforeLoad: loadNumberWords,
    component: latePage(() => import('./done'), 'Done'),
  })
  return [home, done] as const
}
