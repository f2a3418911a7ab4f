import {DeleteDealDocument, RestoreDealDocument} from '../gql/graphql'
import {useRemoval} from '../ui/removal'

/** Deletes a deal and offers to bring it back. Answers what was refused, if anything was. */
export const useDelete = () => useRemoval({remove: DeleteDealDocument, restore: RestoreDealDocument})
