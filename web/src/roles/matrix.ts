import type {FieldRule, RolesQuery, Scope, Verb} from '../gql/graphql'

/** What a role says of every object, every field that it hides or locks, and the powers that it holds. */
export interface Matrix {
  grants: Readonly<Record<string, Scope>>
  fields: Readonly<Record<string, FieldRule>>
  powers: readonly string[]
}

interface Told {
  grants: readonly {object: string; verb: Verb; scope: Scope}[]
  fields: readonly {object: string; field: string; rule: FieldRule}[]
  powers: readonly {power: string; granted: boolean}[]
}

/** All that a role can say. */
export type Catalogue = NonNullable<RolesQuery['rightsCatalogue']>
export type Governed = Omit<Catalogue['objects'][number], '__typename'>

const widths: Record<Scope, number> = {NONE: 0, OWN: 1, TEAM: 2, BELOW: 3, ALL: 4}

export const width = (scope: Scope) => widths[scope]
export const cell = (object: string, part: string) => `${object}.${part}`

export function matrixOf({grants, fields, powers}: Told): Matrix {
  return {
    grants: Object.fromEntries(grants.map(({object, verb, scope}) => [cell(object, verb), scope])),
    fields: Object.fromEntries(fields.map(({object, field, rule}) => [cell(object, field), rule])),
    powers: powers
      .filter(({granted}) => granted)
      .map(({power}) => power)
      .sort(),
  }
}

export const scopeOf = (matrix: Matrix, object: string, verb: Verb): Scope =>
  matrix.grants[cell(object, verb)] ?? 'NONE'

/** Nothing but adding reaches further than reading: what cannot be given is not offered. */
export function choices(matrix: Matrix, {object, scopes}: Governed, verb: Verb): Scope[] {
  const most = verb === 'READ' || verb === 'CREATE' ? 'ALL' : scopeOf(matrix, object, 'READ')
  return scopes.filter((scope) => width(scope) <= width(most))
}

/** One cell changed; where reading is narrowed, what reached further is narrowed with it. */
export function granted(matrix: Matrix, governed: Governed, verb: Verb, scope: Scope): Matrix {
  const grants: Record<string, Scope> = {...matrix.grants, [cell(governed.object, verb)]: scope}
  if (verb === 'READ')
    for (const other of governed.verbs)
      if (other !== 'READ' && other !== 'CREATE' && width(scopeOf(matrix, governed.object, other)) > width(scope))
        grants[cell(governed.object, other)] = scope
  return {...matrix, grants}
}

export function ruled(matrix: Matrix, object: string, field: string, rule: FieldRule | undefined): Matrix {
  const place = cell(object, field)
  const rest = Object.entries(matrix.fields).filter(([key]) => key !== place)
  return {...matrix, fields: Object.fromEntries(rule ? [...rest, [place, rule]] : rest)}
}

export function empowered(matrix: Matrix, power: string, held: boolean): Matrix {
  const rest = matrix.powers.filter((one) => one !== power)
  return {...matrix, powers: held ? [...rest, power].sort() : rest}
}

/** Another ready-made role underneath: what differed from the old one goes on differing, as far as it can. */
export function rebased(matrix: Matrix, from: Matrix, to: Matrix, objects: readonly Governed[]): Matrix {
  let next: Matrix = {...to, fields: matrix.fields}
  for (const governed of objects)
    for (const verb of governed.verbs) {
      const mine = scopeOf(matrix, governed.object, verb)
      if (mine !== scopeOf(from, governed.object, verb) && choices(next, governed, verb).includes(mine))
        next = granted(next, governed, verb, mine)
    }
  const powers = new Set([...matrix.powers, ...from.powers])
  for (const power of powers) {
    const mine = matrix.powers.includes(power)
    if (mine !== from.powers.includes(power)) next = empowered(next, power, mine)
  }
  return next
}

/** What is sent to the server: only what differs from the ready-made role underneath. */
export function difference(matrix: Matrix, base: Matrix) {
  const split = (place: string) => place.split('.') as [string, string]
  const grants = Object.entries(matrix.grants)
    .filter(([place, scope]) => (base.grants[place] ?? 'NONE') !== scope)
    .map(([place, scope]) => ({object: split(place)[0], verb: split(place)[1] as Verb, scope}))
  const fields = Object.entries(matrix.fields).map(([place, rule]) => ({
    object: split(place)[0],
    field: split(place)[1],
    rule,
  }))
  const powers = [...new Set([...matrix.powers, ...base.powers])]
    .filter((power) => matrix.powers.includes(power) !== base.powers.includes(power))
    .map((power) => ({power, granted: matrix.powers.includes(power)}))
  return {grants, fields, powers}
}

/** How many things a role says otherwise than the one underneath. */
export function countDifferences(matrix: Matrix, base: Matrix): number {
  const {grants, fields, powers} = difference(matrix, base)
  return grants.length + fields.length + powers.length
}

interface Whole {
  grants: readonly {object: string; verb: Verb; ready: Scope}[]
  powers: readonly {power: string; ready: boolean}[]
}

/** The ready-made role underneath, from what is told of one that stands on it. */
export function readyOf({grants, powers}: Whole): Matrix {
  return {
    grants: Object.fromEntries(grants.map(({object, verb, ready}) => [cell(object, verb), ready])),
    fields: {},
    powers: powers
      .filter(({ready}) => ready)
      .map(({power}) => power)
      .sort(),
  }
}
