/** A team as far as a tree asks: what it is part of, if anything. */
interface Leaf {
  id: string
  parent?: {id: string} | null
}

export interface Branch<T> {
  team: T
  depth: number
  /** The last below its parent, and all above it likewise: how the lines are drawn. */
  below: Branch<T>[]
}

/** Teams in the order given, each below what it is part of; one whose parent is not here stands at the top. */
export function treeOf<T extends Leaf>(teams: readonly T[]): Branch<T>[] {
  const here = new Set(teams.map(({id}) => id))
  const under = (parent: string | null, depth: number): Branch<T>[] =>
    teams
      .filter((team) => (team.parent && here.has(team.parent.id) ? team.parent.id : null) === parent)
      .map((team) => ({team, depth, below: under(team.id, depth + 1)}))
  return under(null, 0)
}

/** The tree from top to bottom, as it is read. */
export function flat<T>(branches: readonly Branch<T>[]): Branch<T>[] {
  return branches.flatMap((branch) => [branch, ...flat(branch.below)])
}

/** A team and all that are part of it: none of them can become what it is part of. */
export function within(teams: readonly Leaf[], id: string): Set<string> {
  const found = new Set([id])
  for (const {team} of flat(treeOf(teams))) if (team.parent && found.has(team.parent.id)) found.add(team.id)
  return found
}
