import type {StageSharesQuery} from '../gql/graphql'

/** How often each stage closes. */
export type Shares = NonNullable<StageSharesQuery['forecast']>['stages']
