import type {MemberRole} from '../gql/graphql'
import type {Matrix} from './matrix'

/** A role of the company's own as it stands in the editor. */
export interface RoleDraft {
  name: string
  about: string
  base: MemberRole
  matrix: Matrix
}
