import type {Cache} from '@urql/exchange-graphcache'

/** Lists whose members may have changed are read again the next time that they are looked at: at once when shown. */
export function forgetLists(cache: Cache, field: string) {
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (fieldName === field) cache.invalidate('Query', fieldKey)
  }
}

/** Takes a record out of every list that is kept; their counts are read again. */
export function takeOutOfLists(cache: Cache, field: string, record: string) {
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (fieldName !== field) continue
    const connection = cache.resolve('Query', fieldKey)
    const nodes = typeof connection === 'string' ? cache.resolve(connection, 'nodes') : null
    if (typeof connection === 'string' && Array.isArray(nodes)) {
      cache.link(
        connection,
        'nodes',
        (nodes as string[]).filter((node) => node !== record),
      )
    } else cache.invalidate('Query', fieldKey)
  }
}
