import {late} from '../ui/late'
import {withListWords} from '../ui/list_words'

export type {Aim, BulkField} from './fields'
export {useRights} from './rights'
/** What runs in the background, at the foot of every page. */
export const loadTray = () => withListWords(() => import('./tray'))
export const BulkBar = late(() => withListWords(() => import('./bar')))
