import {expect, test} from 'vitest'
import {
  choices,
  countDifferences,
  difference,
  empowered,
  type Governed,
  granted,
  matrixOf,
  rebased,
  ruled,
} from './matrix'

const deal: Governed = {
  object: 'Deal',
  verbs: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  scopes: ['NONE', 'OWN', 'TEAM', 'BELOW', 'ALL'],
  alwaysRead: false,
  fields: [],
}
const all = (scope: 'OWN' | 'BELOW', powers: string[] = []) =>
  matrixOf({
    grants: deal.verbs.map((verb) => ({object: 'Deal', verb, scope})),
    fields: [],
    powers: powers.map((power) => ({power, granted: true})),
  })
const rep = all('OWN')
const manager = all('BELOW', ['imports:run'])

test('what reaches further than reading is narrowed with it, and is not offered', () => {
  const narrow = granted(manager, deal, 'READ', 'OWN')
  expect(narrow.grants).toMatchObject({'Deal.READ': 'OWN', 'Deal.UPDATE': 'OWN', 'Deal.CREATE': 'BELOW'})
  expect(choices(narrow, deal, 'UPDATE')).toEqual(['NONE', 'OWN'])
  expect(choices(narrow, deal, 'CREATE')).toHaveLength(5)
})

test('only what differs is sent', () => {
  const own = empowered(ruled(granted(rep, deal, 'READ', 'ALL'), 'Deal', 'amount', 'HIDDEN'), 'imports:run', true)
  expect(difference(own, rep)).toEqual({
    grants: [{object: 'Deal', verb: 'READ', scope: 'ALL'}],
    fields: [{object: 'Deal', field: 'amount', rule: 'HIDDEN'}],
    powers: [{power: 'imports:run', granted: true}],
  })
  expect(countDifferences(own, rep)).toBe(3)
  expect(countDifferences(ruled(rep, 'Deal', 'amount', undefined), rep)).toBe(0)
})

test('another role underneath keeps what was said', () => {
  const own = granted(rep, deal, 'DELETE', 'NONE')
  const moved = rebased(own, rep, manager, [deal])
  expect(moved.grants).toMatchObject({'Deal.READ': 'BELOW', 'Deal.DELETE': 'NONE'})
  expect(moved.powers).toEqual(['imports:run'])
  expect(rebased(empowered(manager, 'imports:run', false), manager, rep, [deal]).powers).toEqual([])
})
