/** The chart's colours, which go from 1; the sixth is for all who come after the fifth. */
const LAST = 6

/** A colour for each, in their order. */
export function tonesOf(keys: readonly (string | undefined)[]) {
  const places = new Map(keys.map((key, index) => [key, Math.min(LAST, index + 1)]))
  return (key: string | undefined) => places.get(key) ?? LAST
}

/** The first letters of two names; a joiner keeps Arabic ones apart. */
export function initials(name: string | undefined): string | undefined {
  const letters = name?.split(/\s+/).flatMap((word) => Array.from(word)[0] ?? [])
  return letters?.slice(0, 2).join('\u200c')
}
