import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {latePage} from '../ui/late'
import {withLeadWords} from '../ui/lead_words'

export {useQualificationWords} from './words'

/** By which rules leads ripen, inside the settings. */
export function qualificationRoutes<Frame extends AnyRoute>(frame: Frame) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: '/qualification',
      component: latePage(() => withLeadWords(() => import('./page')), 'QualificationSettings'),
    }),
  ] as const
}
