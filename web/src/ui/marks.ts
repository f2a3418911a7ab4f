import {folded, isOneSlip} from './folding'

/** From where to where a text is marked. */
export type Span = readonly [from: number, to: number]

const WORDS = /[\p{L}\p{N}]+/gu
const FEWEST_DIGITS = 3

/** The parts of a text because of which it was found. */
export function marksOf(text: string, asked: string): Span[] {
  const number = digitsOf(text, asked)
  if (number.length) return number
  const {text: said, places} = folded(text)
  const at = (place: number) => places[place] ?? text.length
  const spans: Span[] = []
  const words = folded(asked).text.split(/\s+/).filter(Boolean)
  for (const word of words) {
    const begins = said.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, 'u'))
    const start = begins < 0 ? said.indexOf(word) : begins
    if (start >= 0) spans.push([at(start), at(start + word.length)])
    else
      for (const {0: one, index} of said.matchAll(WORDS)) {
        if (isOneSlip(one, word)) spans.push([at(index), at(index + one.length)])
      }
  }
  return joined(spans)
}

/** A number in another form has the same last digits. */
function digitsOf(text: string, asked: string): Span[] {
  if (!/^[\d\s+().\-/\u2010-\u2015]+$/.test(asked.trim())) return []
  const places = Array.from(text.matchAll(/\d/g), ({index}) => index)
  const digits = places.map((place) => text[place]).join('')
  const wanted = asked.replace(/\D/g, '')
  for (let skipped = 0; wanted.length - skipped >= FEWEST_DIGITS; skipped++) {
    const start = digits.indexOf(wanted.slice(skipped))
    const [from, last] = [places[start], places[start + wanted.length - skipped - 1]]
    if (from !== undefined && last !== undefined) return [[from, last + 1]]
  }
  return []
}

function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = found.at(-1)
    if (last && from <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], to)]
    else found.push([from, to])
  }
  return found
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
