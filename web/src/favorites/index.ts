import {late} from '../ui/late'

export const FavoriteList = late(() => import('./list'))
export {favoriteRules} from './rules'
export {Star} from './star'
