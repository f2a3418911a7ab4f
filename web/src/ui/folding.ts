const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640'"`\u00b4\u02bc\u2018-\u201f\u05f3\u05f4\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g
const from = 'ךםןףץٱىیةءکςıøđłð־'
const to = 'כמנפצاييهاكσiodld-'
const letters = new Map(Array.from(from, (sign, at) => [sign, to[at] ?? sign]))
const pairs = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
])

const foldedSign = (sign: string) =>
  Array.from(
    sign.normalize('NFKD').toLowerCase().replace(marks, ''),
    (one) => letters.get(one) ?? pairs.get(one) ?? (/\s/.test(one) ? ' ' : one),
  ).join('')

/** Text as the server's search sees it, and for each of its letters where it stands in what was written. */
export function folded(text: string): {text: string; places: number[]} {
  const found = {text: '', places: [] as number[]}
  let place = 0
  for (const sign of text) {
    for (const one of foldedSign(sign)) {
      found.text += one
      found.places.push(place)
    }
    place += sign.length
  }
  return found
}

export const fold = (text: string) => folded(text).text.replace(/ +/g, ' ').trim()

/** Whether the letters of the second stand in the first in their order, close enough to be meant: “gtd” in “go to deals”. */
export function resembles(text: string, asked: string): boolean {
  const words = text.split(' ')
  const all = asked.split(' ').every((part) => text.includes(part))
  if (all) return true
  const bare = asked.replaceAll(' ', '')
  return bare.length > 1 && (startsWords(words, bare) || words.some((word) => isOneSlip(word, asked)))
}

/** Beginnings of words one after another: “godea” of “go to deals”. */
function startsWords(words: readonly string[], asked: string): boolean {
  if (!asked) return true
  return words.some((word, at) => {
    for (let taken = Math.min(word.length, asked.length); taken > 0; taken--) {
      if (word.startsWith(asked.slice(0, taken)) && startsWords(words.slice(at + 1), asked.slice(taken))) return true
    }
    return false
  })
}

/** A letter too many, too few, another one, or two that changed places. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 3 || Math.abs(one.length - other.length) > 1) return false
  let begin = 0
  while (begin < one.length && one[begin] === other[begin]) begin++
  let end = 0
  while (end < Math.min(one.length, other.length) - begin && one.at(-1 - end) === other.at(-1 - end)) end++
  const [left, right] = [one.slice(begin, one.length - end), other.slice(begin, other.length - end)]
  return (
    (left.length <= 1 && right.length <= 1) ||
    (left.length === 2 && right.length === 2 && left === Array.from(right).reverse().join(''))
  )
}
