import type {UpdateResolver} from '@urql/exchange-graphcache'

/** A product that comes, goes or is renamed stands elsewhere in its lists: they are read again. */
const forgetProducts: UpdateResolver = (_result, _args, cache, info) => {
  if (info.optimistic) return
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (fieldName === 'products') cache.invalidate('Query', fieldKey)
  }
}

const changes = ['createProduct', 'updateProduct', 'deleteProduct', 'restoreProduct']

export const productRules: {updates: Record<string, UpdateResolver>} = {
  updates: Object.fromEntries(changes.map((name) => [name, forgetProducts])),
}
