import {expect, test} from 'vitest'
import {flat, treeOf, within} from './tree'

const team = (id: string, parent?: string) => ({id, parent: parent ? {id: parent} : null})
const teams = [team('b', 'a'), team('a'), team('c', 'b'), team('d'), team('e', 'gone')]

test('teams stand below what they are part of, in the order given', () => {
  expect(flat(treeOf(teams)).map(({team: {id}, depth}) => [id, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 0],
    ['e', 0],
  ])
})

test('a team cannot become part of itself or of what is below it', () => {
  expect([...within(teams, 'a')].sort()).toEqual(['a', 'b', 'c'])
  expect([...within(teams, 'c')]).toEqual(['c'])
})
