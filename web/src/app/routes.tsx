import {createRootRoute, createRouter} from '@tanstack/react-router'
import {accountRoutes} from '../accounts'
import {activityRoutes} from '../activities'
import {agendaRoutes} from '../agenda'
import {contactRoutes} from '../contacts'
import {ConsoleFrame, ConsoleLost, consoleRoutes, isConsole} from '../console'
import {dealRoutes} from '../deals'
import {exportRoutes} from '../exports'
import {forecastRoutes} from '../forecasts'
import {importRoutes} from '../imports'
import {leadRoutes} from '../leads'
import {notificationRoutes} from '../notifications'
import {reportRoutes} from '../reports'
import {searchRoutes} from '../search'
import {settingsRoutes} from '../settings'
import {Broken} from './broken'
import {Lost} from './lost'
import {Shell} from './shell'

const root = createRootRoute({
  component: isConsole ? ConsoleFrame : Shell,
  notFoundComponent: isConsole ? ConsoleLost : Lost,
})

const ofCompanies = () =>
  [
    ...reportRoutes(root),
    ...activityRoutes(root),
    ...agendaRoutes(root),
    ...dealRoutes(root),
    ...accountRoutes(root),
    ...contactRoutes(root),
    ...leadRoutes(root),
    ...exportRoutes(root),
    ...forecastRoutes(root),
    ...importRoutes(root),
    ...notificationRoutes(root),
    ...searchRoutes(root),
    ...settingsRoutes(root),
  ] as const

/** The types know of all pages; a host has either those of a company or those of the console. */
export function makeRouter() {
  const companies = ofCompanies()
  const admins = consoleRoutes(root)
  const routeTree = root.addChildren([...companies, ...admins])
  root.addChildren((isConsole ? admins : companies) as never)
  return createRouter({
    routeTree,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultErrorComponent: isConsole ? ConsoleLost : Broken,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
