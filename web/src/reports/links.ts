import type {View} from '../deals'
import type {ActivityKind} from '../gql/graphql'
import type {Target} from '../ui/to'

/** Whose numbers they are: of one owner, of a team, or of all. */
export interface Whose {
  owner?: string | undefined
  nobody?: '1'
  team?: string
}

/** The list with just the deals that a number counts. */
export function dealsOf(whose: Whose, view: View): Target {
  return {to: '/deals', search: {...whose, ...view}}
}

/** An owner among those of a number: deals of nobody are asked for by a word of their own. */
export const ownerOf = (owner: {id: string} | null | undefined) =>
  owner ? {owner: owner.id} : {owner: undefined, nobody: '1' as const}

/** The activities that a number counts: done by these people from one moment until before another. */
export function doneBy(whose: Whose, asked: {since: string; before: string; kind?: ActivityKind}): Target {
  return {to: '/activities/done', search: {...whose, ...asked}}
}
