import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'
import {readCompanies} from './view'
import {loadWords} from './words'

/** The admin console has a host of its own, and on it nothing of the companies' pages. */
export const isConsole = location.hostname.startsWith('admin.')

export const ConsoleFrame = latePage(async () => {
  const [part] = await Promise.all([import('./frame'), loadWords()])
  return part
}, 'Frame')
export const ConsoleLost = latePage(() => import('./lost'), 'Lost')

/** What platform admins see of companies, and do with them. */
export function consoleRoutes<Frame extends AnyRoute>(frame: Frame) {
  const companies = createRoute({
    getParentRoute: () => frame,
    path: '/companies',
    beforeLoad: loadWords,
    validateSearch: readCompanies,
    component: latePage(() => import('./companies'), 'Companies'),
  })
  const company = createRoute({
    getParentRoute: () => frame,
    path: '/companies/$slug',
    beforeLoad: loadWords,
    component: latePage(() => import('./company'), 'OneCompany'),
  })
  const errands = createRoute({
    getParentRoute: () => frame,
    path: '/errands',
    beforeLoad: loadWords,
    component: latePage(() => import('./errands'), 'Errands'),
  })
  return [companies, company, errands] as const
}
