import {late} from '../ui/late'

export {type Creatable, useCreatables} from './kinds'
export const QuickCreate = late(() => import('./quick_create'))
