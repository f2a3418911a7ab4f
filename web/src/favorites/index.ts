import {lazy} from 'react'

export const FavoriteList = lazy(() => import('./list'))
export {favoriteRules} from './rules'
export {Star} from './star'
