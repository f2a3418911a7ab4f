import {late} from '../ui/late'
import {withLeadWords} from '../ui/lead_words'

export {CameFrom} from './came_from'
export const ConvertLead = late(() => withLeadWords(() => import('./dialog')))
