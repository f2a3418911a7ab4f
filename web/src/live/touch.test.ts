import sdl from '../../../graphql/schema.graphql?raw'
import {buildSchema, getNamedType, type GraphQLOutputType, isObjectType, parse} from 'graphql'
import {describe, expect, it} from 'vitest'
import {ChangesDocument} from '../gql/graphql'
import {isTouched, type Told, workedOut} from './touch'

const schema = buildSchema(sdl)
/** What nobody else changes, or what is read anew each time that it is shown. */
const alone = [
  ...[
    'effectiveRights',
    'fileLimit',
    'followUpOf',
    'handoverPreview',
    'importTargets',
    'leftBy',
    'me',
    'pushKey',
    'qualificationTrial',
  ],
  ...['company', 'currencyUses', 'holidayProposals', 'workingTime'],
  ...['notificationSettings', 'previewRole', 'recentRecords', 'rightsCatalogue', 'roles', 'search'],
]

const told = (given: Partial<Record<keyof Told, string[]>>): Told => ({
  types: new Set(given.types),
  ids: new Set(given.ids),
  stale: new Set(given.stale),
})
const list = {
  query: parse('query { deals(first: 2) { nodes { id } } }'),
  data: {
    deals: {
      __typename: 'DealConnection',
      nodes: [{__typename: 'Deal', id: 'd1', owner: {__typename: 'Member', id: 'm1'}}],
    },
  },
}
const one = {query: parse('query { deal(id: "d1") { id } }'), data: {deal: {__typename: 'Deal', id: 'd1'}}}
const absent = {
  query: parse('query { lead(id: "l1") { id presence { id } } }'),
  data: {lead: {__typename: 'Lead', id: 'l1', presence: null}},
}
const bell = {query: parse('query { unread: unreadNotifications }'), data: {unread: 2}}

describe('what a change touches', () => {
  it('is the field of a record in which one of its type may stand from now on', () => {
    expect([absent, one].map((shown) => isTouched(shown, told({types: ['Visit'], ids: ['v1']})))).toEqual([true, false])
  })

  it('is a list of its type, whatever the record, and a record by its id', () => {
    const other = told({types: ['Deal'], ids: ['d2']})
    expect([list, one, bell].map((shown) => isTouched(shown, other))).toEqual([true, false, false])
    const same = told({types: ['Deal'], ids: ['d1']})
    expect([list, one, bell].map((shown) => isTouched(shown, same))).toEqual([true, true, false])
    expect(isTouched(list, told({types: ['Member'], ids: ['m2']}))).toBe(false)
    expect(isTouched(list, told({types: ['Member'], ids: ['m1']}))).toBe(true)
  })

  it('is anything of a type of which more is not told', () => {
    const much = told({types: ['Deal'], stale: ['Deal']})
    expect([list, one, bell].map((shown) => isTouched(shown, much))).toEqual([true, true, false])
  })

  it('is an empty list, a count, and a timeline by what is told in it', () => {
    const empty = {query: list.query, data: {deals: {__typename: 'DealConnection', nodes: []}}}
    expect(isTouched(empty, told({types: ['Deal'], ids: ['d9']}))).toBe(true)
    expect(isTouched(bell, told({types: ['Notification'], ids: ['n1']}))).toBe(true)
    const timeline = {
      ...one,
      data: {deal: {...one.data.deal, timeline: {__typename: 'TimelineEntryConnection', nodes: []}}},
    }
    expect(isTouched(timeline, told({types: ['Activity'], ids: ['a1']}))).toBe(true)
    expect(isTouched(timeline, told({types: ['Product'], ids: ['p1']}))).toBe(false)
  })

  it('is known for every root field', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
    const records = (type: GraphQLOutputType) => {
      const named = getNamedType(type)
      const node = isObjectType(named) && named.getInterfaces().some(({name}) => name === 'Node')
      return node || named.name === 'Node' || named.name.endsWith('Connection')
    }
    const unclear = fields
      .filter(({name, type}) => !records(type) && !alone.includes(name) && !(name in workedOut))
      .map(({name}) => name)
    expect(unclear).toEqual([])
  })

  it('is listened to', () => {
    const [said] = ChangesDocument.definitions
    const heard = new Set(
      JSON.stringify(said)
        .match(/"value":"([A-Z]\w+)"/g)
        ?.map((text) => text.slice(9, -1)),
    )
    const unheard = Object.values(workedOut)
      .flat()
      .filter((type) => !heard.has(type))
    expect(unheard).toEqual([])
  })
})
