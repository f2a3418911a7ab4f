export {AccountChooser, ContactChooser, type Named} from './choosers'
export {type Found, useFound} from './found'
export {OwnerChooser} from './owner'
