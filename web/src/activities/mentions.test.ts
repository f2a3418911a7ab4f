import {expect, test} from 'vitest'
import {askedAt, cut, matching, stillNamed, written} from './mentions'

const people = [
  {name: 'נועה בר', status: 'ACTIVE'},
  {name: 'Noa Bar', status: 'ACTIVE'},
  {name: 'Dan Noah', status: 'ACTIVE'},
  {name: 'Noa Gone', status: 'DISABLED'},
]

test('an @ at the beginning of a word asks for a name, of two words at most', () => {
  expect(askedAt('Ask @No', 7)).toEqual({from: 4, words: 'no'})
  expect(askedAt('@נועה ב', 7)).toEqual({from: 0, words: 'נועה ב'})
  expect(askedAt('mail a@b.test', 13)).toBeNull()
  expect(askedAt('@Noa Bar and', 12)).toBeNull()
})

test('names that begin so come first, and nobody without access', () => {
  expect(matching(people, 'noa').map(({name}) => name)).toEqual(['Noa Bar', 'Dan Noah'])
  expect(matching(people, 'בר').map(({name}) => name)).toEqual(['נועה בר'])
})

test('a name is written in place of what was typed', () => {
  expect(written('Ask @No today', 4, 7, 'Noa Bar')).toEqual({text: 'Ask @Noa Bar today', caret: 13})
})

test('who was taken out of the text again is not mentioned', () => {
  expect(stillNamed('Ask @Noa Bar', people)).toEqual([people[1]])
})

test('a text is cut at names, whatever stands in them', () => {
  expect(cut('Ask @A (B)* now', ['A', 'A (B)*'])).toEqual(['Ask ', 'A (B)*', ' now'])
  expect(cut('plain', [])).toEqual(['plain'])
})
