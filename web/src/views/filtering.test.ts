import {expect, test} from 'vitest'
import {filterBy, type Places, wordsAbout, wordsOf} from './filtering'

const places: Places = {
  owner: {at: ['owner.id.eq']},
  team: {at: ['owner.team.id.eq']},
  from: {at: ['or.0.closedOn.gte', 'or.1.dueOn.gte'], also: {'or.1.status.eq': 'OPEN'}},
  since: {at: ['createdAt.gte'], write: (day) => `${day}T00:00Z`, read: (at) => at.slice(0, 10)},
  deals: {field: 'deals', choices: {SOME: {some: {}}, NONE: {none: {}}}},
}

test('words become a filter, and the filter the same words', () => {
  const words = {owner: 'o', team: 't', from: '2026-01-01', since: '2026-02-01', deals: 'NONE'}
  const filter = filterBy(places, words)
  expect(filter).toEqual({
    owner: {id: {eq: 'o'}, team: {id: {eq: 't'}}},
    or: [{closedOn: {gte: '2026-01-01'}}, {dueOn: {gte: '2026-01-01'}, status: {eq: 'OPEN'}}],
    createdAt: {gte: '2026-02-01T00:00Z'},
    deals: {none: {}},
  })
  expect(wordsOf(places, filter)).toEqual({words, whole: true})
})

test('whoever looks is a word in an address and an id in a question', () => {
  expect(filterBy(places, {owner: 'me'}, 'my-id')).toEqual({owner: {id: {eq: 'my-id'}}})
  expect(filterBy(places, {owner: 'me'})).toEqual({owner: {id: {eq: 'me'}}})
})

test('a filter that says more than the words know is not whole', () => {
  expect(wordsOf(places, {owner: {id: {eq: 'o'}}, size: {gte: 5}})).toEqual({words: {owner: 'o'}, whole: false})
  expect(wordsOf(places, null)).toEqual({words: {}, whole: true})
  expect(filterBy(places, {q: 'x', deals: 'ODD'})).toBeNull()
})

test('the words that speak of a field are known', () => {
  expect(wordsAbout(places, ['owner', 'dueOn'])).toEqual(['owner', 'team', 'from'])
})
