import type {UpdateResolver} from '@urql/exchange-graphcache'

/** A record that is opened to somebody, or closed, is seen by others than before. */
const forgetOnlookers: UpdateResolver = (_result, _args, cache, info) => {
  if (info.optimistic) return
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (/^(sharesOf|whoCanSee|effectiveRights)$/.test(fieldName)) cache.invalidate('Query', fieldKey)
  }
}

export const accessRules: {updates: Record<string, UpdateResolver>} = {
  updates: {shareRecord: forgetOnlookers, unshareRecord: forgetOnlookers},
}
