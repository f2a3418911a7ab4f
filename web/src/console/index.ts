import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'
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
  const page = <Path extends string>(path: Path, component: ReturnType<typeof latePage>) =>
    createRoute({getParentRoute: () => frame, path, beforeLoad: loadWords, component})
  return [
    page(
      '/companies',
      latePage(() => import('./companies'), 'Companies'),
    ),
    page(
      '/companies/$slug',
      latePage(() => import('./company'), 'OneCompany'),
    ),
    page(
      '/archives',
      latePage(() => import('./archives'), 'Archives'),
    ),
    page(
      '/errands',
      latePage(() => import('./errands'), 'Errands'),
    ),
  ] as const
}
