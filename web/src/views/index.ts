import {late} from '../ui/late'
import {withListWords} from '../ui/list_words'

export {created, whose} from './created'
export {filterBy, ME, type Places, same} from './filtering'
export {type Listing, orderOf, useListing, type Vocabulary} from './listing'
export const SavedTabs = late(() => withListWords(() => import('./tabs')))
export {PeopleFilters} from './people_filters'
export {Records} from './records'
