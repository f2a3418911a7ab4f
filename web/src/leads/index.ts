import {type AnyRoute, createRoute} from '@tanstack/react-router'
import {late, latePage} from '../ui/late'
import {withLeadWords} from '../ui/lead_words'
import {withListWords} from '../ui/list_words'
import {readRecordView} from '../ui/record_view'
import {loadNumberWords} from '../reports'
import {readBehind, readTimes} from './answers/view'
import {readLeads} from './view'

export const NewLead = late(() => withLeadWords(() => import('./parts/new_lead')))
export {leadRules} from './rules'
export {useLeadWords} from './words'

/** The pages of leads: the list and each lead's own. */
export function leadRoutes<Root extends AnyRoute>(root: Root) {
  const list = createRoute({
    getParentRoute: () => root,
    path: '/leads',
    validateSearch: readLeads,
    component: latePage(() => withLeadWords(() => withListWords(() => import('./list'))), 'LeadList'),
  })
  const record = createRoute({
    getParentRoute: () => root,
    path: '/leads/$id',
    validateSearch: readRecordView,
    component: latePage(() => withLeadWords(() => import('./record')), 'LeadRecord'),
  })
  const times = createRoute({
    getParentRoute: () => root,
    path: '/leads/times',
    validateSearch: readTimes,
    beforeLoad: loadNumberWords,
    component: latePage(() => withLeadWords(() => import('./answers/page')), 'ResponseTimes'),
  })
  const behind = createRoute({
    getParentRoute: () => root,
    path: '/leads/times/behind',
    validateSearch: readBehind,
    component: latePage(() => withLeadWords(() => import('./answers/behind')), 'BehindTimes'),
  })
  const quality = createRoute({
    getParentRoute: () => root,
    path: '/leads/quality',
    validateSearch: readTimes,
    beforeLoad: loadNumberWords,
    component: latePage(() => withLeadWords(() => import('./answers/quality')), 'LeadQuality'),
  })
  return [list, times, behind, quality, record] as const
}
