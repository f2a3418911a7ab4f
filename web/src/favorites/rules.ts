import type {UpdateResolver} from '@urql/exchange-graphcache'

const forgetting =
  (list: string): UpdateResolver =>
  (_result, _args, cache, info) => {
    if (info.optimistic) return
    for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
      if (fieldName === list) cache.invalidate('Query', fieldKey)
    }
  }

/** What is at hand is read again after it was changed. */
export const favoriteRules: {updates: Record<string, UpdateResolver>} = {
  updates: {
    addFavorite: forgetting('favoriteRecords'),
    removeFavorite: forgetting('favoriteRecords'),
    moveFavorite: forgetting('favoriteRecords'),
    openRecord: forgetting('recentRecords'),
  },
}
