import {createRootRoute, createRouter} from '@tanstack/react-router'
import {accountRoutes} from '../accounts'
import {activityRoutes} from '../activities'
import {agendaRoutes} from '../agenda'
import {contactRoutes} from '../contacts'
import {dealRoutes} from '../deals'
import {exportRoutes} from '../exports'
import {forecastRoutes} from '../forecasts'
import {importRoutes} from '../imports'
import {notificationRoutes} from '../notifications'
import {reportRoutes} from '../reports'
import {searchRoutes} from '../search'
import {settingsRoutes} from '../settings'
import {Broken} from './broken'
import {Lost} from './lost'
import {Shell} from './shell'

const root = createRootRoute({component: Shell, notFoundComponent: Lost})

export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([
      ...reportRoutes(root),
      ...activityRoutes(root),
      ...agendaRoutes(root),
      ...dealRoutes(root),
      ...accountRoutes(root),
      ...contactRoutes(root),
      ...exportRoutes(root),
      ...forecastRoutes(root),
      ...importRoutes(root),
      ...notificationRoutes(root),
      ...searchRoutes(root),
      ...settingsRoutes(root),
    ]),
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultErrorComponent: Broken,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
