import type {TeamBranchFragment} from '../gql/graphql'

/** What a form of teams is about: one that is there, or a new one, perhaps below another. */
export type TeamDraft = {team: TeamBranchFragment} | {below?: string}
