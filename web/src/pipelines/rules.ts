import type {UpdateResolver} from '@urql/exchange-graphcache'

/** A pipeline or a stage that comes or goes changes the board, the lists and the forecast: they are read again. */
const forgetPipelines: UpdateResolver = (_result, _args, cache, info) => {
  if (info.optimistic) return
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (/^(pipelines|deals|forecast)$/.test(fieldName)) cache.invalidate('Query', fieldKey)
  }
}

/** A reason that comes or goes changes the lists of reasons. */
const forgetReasons: UpdateResolver = (_result, _args, cache, info) => {
  if (!info.optimistic) cache.invalidate('Query', 'lossReasons')
}

/** One that is moved stands at its new place at once. */
const moveReason: UpdateResolver = (result, args, cache) => {
  const {id, position} = (args as {input: {id: string; position: number}}).input
  const listed = cache.resolve('Query', 'lossReasons')
  if (!Array.isArray(listed) || (result.moveLossReason as {problems: unknown[]} | null)?.problems.length !== 0) return
  const key = `LossReason:${id}`
  const rest = (listed as string[]).filter((one) => one !== key)
  cache.link('Query', 'lossReasons', [...rest.slice(0, position), key, ...rest.slice(position)])
}

const changes = [
  'createPipeline',
  'updatePipeline',
  'deletePipeline',
  'restorePipeline',
  'createStage',
  'deleteStage',
  'restoreStage',
]

export const pipelineRules: {updates: Record<string, UpdateResolver>} = {
  updates: {
    ...Object.fromEntries(changes.map((name) => [name, forgetPipelines])),
    ...Object.fromEntries(['create', 'delete', 'restore'].map((deed) => [`${deed}LossReason`, forgetReasons])),
    moveLossReason: moveReason,
  },
}
