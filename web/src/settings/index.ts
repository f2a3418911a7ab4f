import {type AnyRoute, createRoute, redirect} from '@tanstack/react-router'
import {accessRoutes} from '../access'
import {assignmentRoutes} from '../assignment'
import {developerRoutes} from '../developers'
import {memberRoutes} from '../members'
import {pipelineRoutes} from '../pipelines'
import {productRoutes} from '../products'
import {qualificationRoutes} from '../qualification'
import {rateRoutes} from '../rates'
import {roleRoutes} from '../roles'
import {sourceRoutes} from '../sources'

import {latePage} from '../ui/late'
import {loadWords} from './words'

export {useSettingsPages} from './pages'
export {companyRules} from './rules'

/** The settings: their frame, with the pages of a member's own matters and of the company's inside. */
export function settingsRoutes<Root extends AnyRoute>(root: Root) {
  const frame = createRoute({
    getParentRoute: () => root,
    path: '/settings',
    beforeLoad: loadWords,
    component: latePage(() => import('./frame'), 'SettingsFrame'),
  })
  const first = createRoute({
    getParentRoute: () => frame,
    path: '/',
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
      throw redirect({to: '/settings/profile', replace: true})
    },
  })
  const profile = createRoute({
    getParentRoute: () => frame,
    path: '/profile',
    component: latePage(() => import('./profile'), 'Profile'),
  })
  const security = createRoute({
    getParentRoute: () => frame,
    path: '/security',
    component: latePage(() => import('./security'), 'Security'),
  })
  const notifications = createRoute({
    getParentRoute: () => frame,
    path: '/notifications',
    component: latePage(() => import('./notifications'), 'NotificationSettings'),
  })
  const signIn = createRoute({
    getParentRoute: () => frame,
    path: '/sign-in',
    component: latePage(() => import('./sign_in'), 'SignInSettings'),
  })
  const company = createRoute({
    getParentRoute: () => frame,
    path: '/company',
    component: latePage(() => import('./company'), 'CompanySettings'),
  })
  return [
    frame.addChildren([
      first,
      profile,
      security,
      notifications,
      company,
      signIn,
      ...memberRoutes(frame),
      ...roleRoutes(frame),
      ...pipelineRoutes(frame),
      ...productRoutes(frame),
      ...rateRoutes(frame),
      ...sourceRoutes(frame),
      ...assignmentRoutes(frame),
      ...qualificationRoutes(frame),
      ...accessRoutes(frame),
      ...developerRoutes(frame),
    ]),
  ] as const
}
