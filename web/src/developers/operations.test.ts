import {parse, validate} from 'graphql'
import {expect, test} from 'vitest'
import {asCurl, readVariables} from './asking'
import {examples} from './examples'
import {operationIn, operationsIn, troubles} from './operations'
import {addSent} from './past'
import {schema} from './schema'

test('every example fits the contract, and so do its variables', () => {
  for (const {query, variables} of examples) {
    expect(validate(schema, parse(query))).toEqual([])
    const operation = operationIn(query)
    expect(operation && troubles(schema, operation, readVariables(variables) ?? {})).toEqual([])
  }
})

test('of several operations the chosen one is run, else the first', () => {
  const text = 'query A { me { member { name } } } query B($n: Int!) { deals(first: $n) { totalCount } }'
  expect(operationsIn(text)).toHaveLength(2)
  expect(operationIn(text)?.name?.value).toBe('A')
  expect(operationIn(text, 'B')?.name?.value).toBe('B')
  expect(operationIn('{ me {', 'B')).toBeUndefined()
})

test('what the variables lack is said with the name of the variable', () => {
  const operation = operationIn('query B($n: Int!, $words: String) { deals(first: $n, search: $words) { totalCount } }')
  const told = (given: object) => operation && troubles(schema, operation, given).map(({variable}) => variable)
  expect(told({n: 1})).toEqual([])
  expect(told({})).toEqual(['n'])
  expect(told({n: 'x', words: 1})).toEqual(['n', 'words'])
})

test('a request for a shell holds no token, and a quote does not end its text', () => {
  const text = asCurl({query: '{ deals(search: "l\'eau") { totalCount } }', variables: {}}, 'http://acme.test/graphql')
  expect(text).toContain('"Authorization: Bearer $TOKEN"')
  expect(text).toContain("l'\\''eau")
})

test('what is sent again is remembered once, the latest first', () => {
  const one = {query: 'query A { me { member { name } } }', variables: '{}'}
  const other = {query: '{ deals { totalCount } }', variables: '{}'}
  const past = addSent(addSent(addSent([], one), other), one)
  expect(past.map(({name}) => name)).toEqual(['A', 'deals { totalCount } }'])
})
