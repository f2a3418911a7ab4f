import {late} from '../ui/late'
import {withLeadWords} from '../ui/lead_words'

export const ConvertLead = late(() => withLeadWords(() => import('./dialog')))
