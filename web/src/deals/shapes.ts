import type {BoardForecastQuery, DealBoardQuery, DealQuery} from '../gql/graphql'

/** A stage as the board reads it, with its totals and its first page. */
export type BoardStage = DealBoardQuery['pipelines'][number]['stages'][number]

/** How often a stage closes, and what that makes of what stands in it. */
export type Share = NonNullable<BoardForecastQuery['forecast']>['stages'][number]

/** A deal as its panel reads it. */
export type OneDeal = NonNullable<DealQuery['deal']>
