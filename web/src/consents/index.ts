import {late} from '../ui/late'
import {withLeadWords} from '../ui/lead_words'

export const Consents = late(() => withLeadWords(() => import('./part')))
