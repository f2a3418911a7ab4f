import {lazy} from 'react'

export {type Creatable, useCreatables} from './kinds'
export const QuickCreate = lazy(() => import('./quick_create'))
