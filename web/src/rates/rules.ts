import type {UpdateResolver} from '@urql/exchange-graphcache'

/** Another rate changes what is listed of rates, and every sum that holds another currency. */
const forgetSums: UpdateResolver = (_result, _args, cache, info) => {
  if (info.optimistic) return
  const stages = ((cache.resolve('Query', 'pipelines') ?? []) as string[]).flatMap(
    (pipeline) => (cache.resolve(pipeline, 'stages') ?? []) as string[],
  )
  for (const entity of ['Query', ...stages]) {
    for (const {fieldName, fieldKey} of cache.inspectFields(entity)) {
      if (/^(exchangeRates|deals|accounts|account|deal|forecast)$/.test(fieldName)) cache.invalidate(entity, fieldKey)
    }
  }
}

export const rateRules: {updates: Record<string, UpdateResolver>} = {
  updates: {createExchangeRate: forgetSums, deleteExchangeRate: forgetSums, restoreExchangeRate: forgetSums},
}
