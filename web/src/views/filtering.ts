/** What an address says about a list, by its words. */
export type Words = Record<string, string | undefined>

export type Tree = Record<string, unknown>

/** Where a word stands in the list's filter: at these paths as it is, or as one of a few conditions. */
export type Place =
  | {
      at: readonly string[]
      /** What stands beside it wherever it does. */
      also?: Readonly<Record<string, string>>
      /** Its value in the filter, and back; as it is where nothing is said. */
      write?: (text: string) => string
      read?: (value: string) => string
    }
  | {field: string; choices: Readonly<Record<string, Tree>>}

export type Places = Readonly<Record<string, Place>>

/** In an address and in a saved view: whoever looks. */
export const ME = 'me'

/** The filter that these words mean; `me` is who looks, left as a word where a view is saved. */
export function filterBy(places: Places, words: Words, me = ME): Tree | null {
  const filter: Tree = {}
  for (const [word, place] of Object.entries(places)) {
    const said = words[word]
    if (said === undefined) continue
    if ('choices' in place) {
      if (place.choices[said]) filter[place.field] = place.choices[said]
      continue
    }
    const value = said === ME ? me : (place.write?.(said) ?? said)
    for (const path of place.at) put(filter, path.split('.'), value)
    for (const [path, fixed] of Object.entries(place.also ?? {})) put(filter, path.split('.'), fixed)
  }
  return Object.keys(filter).length ? filter : null
}

/** The words of a filter; `whole` tells that they say all of it. */
export function wordsOf(places: Places, filter: Tree | null): {words: Words; whole: boolean} {
  const words: Words = {}
  for (const [word, place] of Object.entries(places)) {
    if ('choices' in place) {
      const found = Object.entries(place.choices).find(([, tree]) => same(tree, filter?.[place.field]))
      if (found) words[word] = found[0]
      continue
    }
    const value = look(filter, place.at[0]?.split('.') ?? [])
    if (typeof value === 'string') words[word] = value === ME ? value : (place.read?.(value) ?? value)
  }
  return {words, whole: same(leaves(filterBy(places, words)), leaves(filter))}
}

/** The words that speak of one of these fields of the record. */
export function wordsAbout(places: Places, fields: readonly string[]): string[] {
  const about = (path: string) => path.split('.').some((part) => fields.includes(part))
  return Object.entries(places)
    .filter(([, place]) => ('choices' in place ? fields.includes(place.field) : place.at.some(about)))
    .map(([word]) => word)
}

function put(tree: Tree, path: string[], value: unknown) {
  const [first = '', ...rest] = path
  if (!rest.length) {
    tree[first] = value
    return
  }
  tree[first] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {}
  put(tree[first] as Tree, rest, value)
}

function look(tree: unknown, path: string[]): unknown {
  return path.reduce<unknown>((at, part) => (at && typeof at === 'object' ? (at as Tree)[part] : undefined), tree)
}

function leaves(tree: unknown, path = ''): string[] {
  if (!tree || typeof tree !== 'object') return tree == null ? [] : [path]
  return Object.entries(tree)
    .flatMap(([name, inner]) => leaves(inner, `${path}.${name}`))
    .sort()
}

export const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (!value || typeof value !== 'object') return value ?? null
  if (Array.isArray(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
