import type {Cache, DataFields, OptimisticMutationConfig, UpdateResolver} from '@urql/exchange-graphcache'
import {
  ColumnTotalsDocument,
  type ColumnTotalsQueryVariables,
  type DealOrder,
  type MoveDealMutationVariables,
  type ReopenDealMutationVariables,
  type UpdateDealMutationVariables,
} from '../gql/graphql'
import {addCash} from '../ui/cash'
import {placeOf, type Sorted} from './order'
import {type Cash, today} from '../ui/formats'

/** How the cache follows a change of a deal, before the server's answer and after it. */
export const dealRules: {updates: Record<string, UpdateResolver>; optimistic: OptimisticMutationConfig} = {
  optimistic: {
    moveDeal: (args, cache) => {
      const {input} = args as unknown as MoveDealMutationVariables
      const kind = cache.resolve({__typename: 'Stage', id: input.stageId}, 'kind') as string
      return answer('MoveDealPayload', {
        ...standing(input.dealId, input.stageId, kind),
        closedOn: kind === 'OPEN' ? null : (input.closedOn ?? today()),
        lossReason: reasonIn(cache, input.lossReasonId),
        lossRemark: input.lossRemark ?? null,
      })
    },
    reopenDeal: (args) => {
      const {input} = args as unknown as ReopenDealMutationVariables
      return answer('ReopenDealPayload', {
        ...standing(input.dealId, input.stageId, 'OPEN'),
        closedOn: null,
        lossReason: null,
        lossRemark: null,
      })
    },
    updateDeal: (args, cache) => {
      const {id, name, amount, expectedCloseOn, ownerId, lossReasonId, lossRemark} = (
        args as unknown as UpdateDealMutationVariables
      ).input
      const deal: DataFields = {id}
      if (name != null) deal.name = name
      if (amount !== undefined)
        Object.assign(deal, {amount: amount && {__typename: 'Money', ...amount}, amountEstimated: false})
      if (expectedCloseOn !== undefined) deal.expectedCloseOn = expectedCloseOn
      if (lossReasonId !== undefined) deal.lossReason = reasonIn(cache, lossReasonId)
      if (lossRemark !== undefined) deal.lossRemark = lossRemark
      if (ownerId != null) deal.owner = {__typename: 'Member', id: ownerId}
      return answer('UpdateDealPayload', deal)
    },
  },
  updates: {
    moveDeal: (result, _, cache) => carryOver(cache, dealIn(result.moveDeal)),
    reopenDeal: (result, _, cache) => carryOver(cache, dealIn(result.reopenDeal)),
    updateDeal: (_result, _, cache, info) => {
      if (!info.optimistic) forget(cache, ({arguments: args}) => !args?.first)
    },
    setDealProducts: (result, _, cache, info) => {
      if (!info.optimistic && dealIn(result.setDealProducts)) forget(cache, ({arguments: args}) => !args?.first)
    },
    createDeal: (result, _, cache, info) => {
      if (!info.optimistic && dealIn(result.createDeal)) forget(cache)
    },
    deleteDeal: (result, args, cache, info) => {
      if (info.optimistic || hasProblems(result.deleteDeal)) return
      takeOut(cache, `Deal:${(args as {input: {id: string}}).input.id}`)
      forget(cache, ({arguments: asked}) => !asked?.first)
    },
    restoreDeal: (result, _, cache, info) => {
      if (!info.optimistic && dealIn(result.restoreDeal)) forget(cache)
    },
  },
}

/** One whose name is known already: what is drawn never lacks it. */
function reasonIn(cache: Cache, id: string | null | undefined): DataFields | null {
  const one = {__typename: 'LossReason' as const, id: id ?? ''}
  return id && cache.resolve(one, 'name') ? one : null
}

interface StandingDeal {
  id: string
  stage: {id: string}
}

function answer(type: string, deal: DataFields) {
  return {__typename: type, deal: {__typename: 'Deal', ...deal} as DataFields, problems: []}
}

function standing(id: string, stageId: string, status: string) {
  return {
    id,
    status,
    stage: {__typename: 'Stage', id: stageId},
    stageEnteredAt: new Date().toISOString(),
    secondsInStage: 0,
  }
}

function dealIn(payload: unknown): StandingDeal | null {
  return (payload as {deal: StandingDeal | null} | null)?.deal ?? null
}

const hasProblems = (payload: unknown) => ((payload as {problems: unknown[]} | null)?.problems.length ?? 1) > 0

/** Takes a deal out of the columns that it left and puts it into the one where it stands now, with their totals. */
function carryOver(cache: Cache, deal: StandingDeal | null) {
  if (!deal) return
  const key = `Deal:${deal.id}`
  const target = `Stage:${deal.stage.id}`
  for (const list of columnLists(cache)) {
    if (list.stage === target || !list.nodes.includes(key)) continue
    cache.link(
      list.connection,
      'nodes',
      list.nodes.filter((node) => node !== key),
    )
    retotal(cache, list.stage, list.asked, key, -1)
    retotal(cache, target, list.asked, key, 1)
    const open = columnLists(cache).find(
      (one) => one.stage === target && !one.asked.after && sameScope(one.asked, list.asked),
    )
    if (!open || open.nodes.includes(key)) continue
    const at = placeOf(
      sortedIn(cache, key),
      open.nodes.map((node) => sortedIn(cache, node)),
      open.asked.orderBy ?? [],
    )
    cache.link(open.connection, 'nodes', [...open.nodes.slice(0, at), key, ...open.nodes.slice(at)])
  }
}

interface Asked {
  filter?: unknown
  search?: unknown
  orderBy?: DealOrder[]
  first?: number
  after?: string | null
}

interface ColumnList {
  stage: string
  connection: string
  asked: Asked
  nodes: string[]
}

function columnLists(cache: Cache): ColumnList[] {
  return stageKeys(cache).flatMap((stage) =>
    cache.inspectFields(stage).flatMap(({fieldName, fieldKey, arguments: args}) => {
      if (fieldName !== 'deals' || !args?.first) return []
      const connection = cache.resolve(stage, fieldKey)
      const nodes = typeof connection === 'string' ? cache.resolve(connection, 'nodes') : null
      return typeof connection === 'string' && Array.isArray(nodes)
        ? [{stage, connection, asked: args, nodes: nodes as string[]}]
        : []
    }),
  )
}

function stageKeys(cache: Cache): string[] {
  const pipelines = (cache.resolve('Query', 'pipelines') ?? []) as string[]
  return pipelines.flatMap((pipeline) => (cache.resolve(pipeline, 'stages') ?? []) as string[])
}

const sameScope = (a: Asked, b: Asked) =>
  JSON.stringify([a.filter ?? null, a.search ?? null]) === JSON.stringify([b.filter ?? null, b.search ?? null])

function sortedIn(cache: Cache, deal: string): Sorted {
  const read = (field: string) => cache.resolve(deal, field) as string | null
  return {
    name: read('name'),
    closedOn: read('closedOn'),
    expectedCloseOn: read('expectedCloseOn'),
    stageEnteredAt: read('stageEnteredAt'),
    amount: cashOf(cache, deal)?.amount ?? null,
  }
}

function cashOf(cache: Cache, deal: string): Cash | null {
  const money = cache.resolve(deal, 'amount')
  if (typeof money !== 'string') return null
  return {amount: cache.resolve(money, 'amount') as string, currency: cache.resolve(money, 'currency') as string}
}

function retotal(cache: Cache, stage: string, {filter, search}: Asked, deal: string, by: 1 | -1) {
  const variables = {stage: stage.replace('Stage:', ''), filter, search} as ColumnTotalsQueryVariables
  // Resolvers do not run for reads from inside an update: the link says the same.
  cache.link('Query', 'stage', {id: variables.stage}, stage)
  cache.updateQuery({query: ColumnTotalsDocument, variables}, (data) => {
    if (!data?.stage) return data
    const totals = data.stage.deals
    const convertedAmount = totals.convertedAmount && addCash(totals.convertedAmount, cashOf(cache, deal), by)
    return {...data, stage: {...data.stage, deals: {...totals, totalCount: totals.totalCount + by, convertedAmount}}}
  })
}

/** Lists whose members may have changed are read again the next time that they are looked at: at once when shown. */
function forget(cache: Cache, which: (field: {arguments: {first?: unknown} | null}) => boolean = () => true) {
  for (const entity of ['Query', ...stageKeys(cache)]) {
    for (const field of cache.inspectFields(entity)) {
      if (field.fieldName === 'deals' && which(field)) cache.invalidate(entity, field.fieldKey)
    }
  }
}

function takeOut(cache: Cache, deal: string) {
  for (const entity of ['Query', ...stageKeys(cache)]) {
    for (const field of cache.inspectFields(entity)) {
      const connection = field.fieldName === 'deals' ? cache.resolve(entity, field.fieldKey) : null
      const nodes = typeof connection === 'string' ? cache.resolve(connection, 'nodes') : null
      if (typeof connection !== 'string' || !Array.isArray(nodes) || !nodes.includes(deal)) continue
      cache.link(
        connection,
        'nodes',
        (nodes as string[]).filter((node) => node !== deal),
      )
    }
  }
}
