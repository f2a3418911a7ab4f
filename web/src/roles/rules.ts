import type {UpdateResolver} from '@urql/exchange-graphcache'

/** A changed role changes what its members may do, and what is said of them in lists: all is read again. */
const forgetRoles: UpdateResolver = (_result, _args, cache, info) => {
  if (info.optimistic) return
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (/^(roles|customRoles|members|effectiveRights|whoCanSee)$/.test(fieldName)) cache.invalidate('Query', fieldKey)
  }
}

export const roleRules: {updates: Record<string, UpdateResolver>} = {
  updates: {createCustomRole: forgetRoles, updateCustomRole: forgetRoles, deleteCustomRole: forgetRoles},
}
