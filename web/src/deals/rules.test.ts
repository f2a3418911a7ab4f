import {cacheExchange} from '@urql/exchange-graphcache'
import {Client, type Exchange, type Operation} from 'urql'
import {expect, test} from 'vitest'
import {delay, fromValue, map, mergeMap, pipe, subscribe} from 'wonka'
import {DealBoardDocument, type DealBoardQuery, MoveDealDocument} from '../gql/graphql'
import {dealRules} from './rules'

const money = (amount: string) => ({__typename: 'Money', amount, currency: 'USD'})
const deal = (id: string, stage: string, amount: string, expectedCloseOn: string) => ({
  __typename: 'Deal',
  id,
  name: id,
  status: 'OPEN',
  version: 1,
  amount: money(amount),
  amountEstimated: false,
  expectedCloseOn,
  closedOn: null,
  stageEnteredAt: '2026-01-01T00:00:00Z',
  secondsInStage: 5,
  stage: {__typename: 'Stage', id: stage},
  owner: null,
  account: null,
  lossReason: null,
  lossRemark: null,
})
const sumOf = (sum: string, count: number) => ({
  __typename: 'ConvertedSum',
  total: money(sum),
  parts: [{__typename: 'SumPart', sum: money(sum), count, unrated: 0}],
})
const stage = (id: string, kind: string, deals: ReturnType<typeof deal>[], sum: string) => ({
  __typename: 'Stage',
  id,
  name: id,
  kind,
  position: 0,
  allowedDays: null,
  totals: {__typename: 'DealConnection', totalCount: deals.length, convertedAmount: sumOf(sum, deals.length)},
  deals: {
    __typename: 'DealConnection',
    pageInfo: {__typename: 'PageInfo', hasNextPage: false, endCursor: null},
    nodes: deals,
  },
})
const board = {
  __typename: 'Query',
  pipelines: [
    {
      __typename: 'Pipeline',
      id: 'p',
      name: 'p',
      isDefault: true,
      position: 0,
      stages: [
        stage('new', 'OPEN', [deal('one', 'new', '10.10', '2026-02-01')], '10.10'),
        stage(
          'talk',
          'OPEN',
          [deal('two', 'talk', '5.00', '2026-01-01'), deal('three', 'talk', '6.00', '2026-03-01')],
          '11.00',
        ),
      ],
    },
  ],
}
const variables = {filter: null, search: null, orderBy: [{expectedCloseOn: 'ASC' as const}], first: 5}

/** A server that answers a move after a moment with `moved`. */
function serverThat(moved: unknown): Exchange {
  const answer = (operation: Operation) => ({
    operation,
    data: operation.kind === 'mutation' ? {__typename: 'Mutation', moveDeal: moved} : board,
    stale: false,
    hasNext: false,
  })
  return () => (operations) =>
    pipe(
      operations,
      mergeMap((operation) => pipe(fromValue(operation), delay(operation.kind === 'mutation' ? 20 : 0))),
      map(answer),
    )
}

function clientOf(moved: unknown) {
  const nothing = () => null
  return new Client({
    url: '/',
    exchanges: [
      cacheExchange({
        keys: {
          Money: nothing,
          ConvertedSum: nothing,
          SumPart: nothing,
          DealConnection: nothing,
          PageInfo: nothing,
          MoveDealPayload: nothing,
          Problem: nothing,
        },
        resolvers: {Query: {stage: (_, args) => ({__typename: 'Stage', id: args.id as string})}},
        updates: {Mutation: dealRules.updates},
        optimistic: dealRules.optimistic,
      }),
      serverThat(moved),
    ],
  })
}

const told = (data: DealBoardQuery | undefined) =>
  data?.pipelines[0]?.stages.map(({deals, totals}) => [
    deals.nodes.map(({id}) => id),
    totals.totalCount,
    totals.convertedAmount?.total.amount,
  ])

async function moveOne(moved: unknown) {
  const client = clientOf(moved)
  const seen: ReturnType<typeof told>[] = []
  const subscription = pipe(
    client.query(DealBoardDocument, variables),
    subscribe(({data}) => {
      if (data) seen.push(told(data))
    }),
  )
  await new Promise((done) => setTimeout(done, 10))
  const sent = client.mutation(MoveDealDocument, {input: {dealId: 'one', stageId: 'talk'}}).toPromise()
  await Promise.resolve()
  const atOnce = seen.at(-1)
  await sent
  await new Promise((done) => setTimeout(done, 10))
  subscription.unsubscribe()
  return {before: seen[0], atOnce, after: seen.at(-1)}
}

const before = [
  [['one'], 1, '10.10'],
  [['two', 'three'], 2, '11.00'],
]
const moved = [
  [[], 0, '0.00'],
  [['two', 'one', 'three'], 3, '21.10'],
]

test('a move shows at once, in its sorted place, with counts and sums, and stays', async () => {
  const payload = {
    __typename: 'MoveDealPayload',
    deal: {
      ...deal('one', 'talk', '10.10', '2026-02-01'),
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
      openedAt: '2026-01-01T00:00:00Z',
      stage: {__typename: 'Stage', id: 'talk', name: 'talk', kind: 'OPEN', position: 0},
    },
    problems: [],
  }
  expect(await moveOne(payload)).toEqual({before, atOnce: moved, after: moved})
})

test('a refused move goes back by itself', async () => {
  const problems = [{__typename: 'Problem', code: 'DEAL_CLOSED', message: 'Closed.', field: 'dealId'}]
  const payload = {__typename: 'MoveDealPayload', deal: null, problems}
  expect(await moveOne(payload)).toEqual({before, atOnce: moved, after: before})
})
