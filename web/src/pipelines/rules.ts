import type {UpdateResolver} from '@urql/exchange-graphcache'

/** A pipeline or a stage that comes or goes changes the board, the lists and the forecast: they are read again. */
const forgetPipelines: UpdateResolver = (_result, _args, cache, info) => {
  if (info.optimistic) return
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (/^(pipelines|deals|forecast)$/.test(fieldName)) cache.invalidate('Query', fieldKey)
  }
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
  updates: Object.fromEntries(changes.map((name) => [name, forgetPipelines])),
}
