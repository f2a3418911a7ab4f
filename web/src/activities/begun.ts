import type {ActivityKind} from '../gql/graphql'
import type {Hanger} from './records'

/** What an editor starts from: an activity that is there, or a place in a calendar for a new one. */
export interface Begun {
  id?: string
  kind?: ActivityKind
  at?: {start: number; end: number; whole: boolean}
  here?: Hanger
}
