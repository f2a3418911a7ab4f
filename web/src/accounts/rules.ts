import type {DataFields, OptimisticMutationConfig, UpdateResolver} from '@urql/exchange-graphcache'
import type {UpdateAccountMutationVariables} from '../gql/graphql'
import {forgetLists, takeOutOfLists} from '../ui/cached_lists'

/** How the cache follows a change of an account, before the server's answer and after it. */
export const accountRules: {updates: Record<string, UpdateResolver>; optimistic: OptimisticMutationConfig} = {
  optimistic: {
    updateAccount: (args) => {
      const {id, name, industry, size, country, website, phone, foundedYear, ownerId, parentId, revenue} = (
        args as unknown as UpdateAccountMutationVariables
      ).input
      const account: DataFields = {__typename: 'Account', id}
      for (const [field, value] of Object.entries({name, industry, size, country, website, phone, foundedYear})) {
        if (value !== undefined) account[field] = value
      }
      if (revenue !== undefined) account.revenue = revenue && {__typename: 'Money', ...revenue}
      if (ownerId != null) account.owner = {__typename: 'Member', id: ownerId}
      if (parentId !== undefined) account.parent = parentId === null ? null : {__typename: 'Account', id: parentId}
      return {__typename: 'UpdateAccountPayload', account, problems: []}
    },
  },
  updates: {
    createAccount: (_result, _args, cache, info) => {
      if (!info.optimistic) forgetLists(cache, 'accounts')
    },
    deleteAccount: (result, args, cache, info) => {
      const {problems} = result.deleteAccount as {problems: unknown[]}
      if (info.optimistic || problems.length) return
      takeOutOfLists(cache, 'accounts', `Account:${(args as {input: {id: string}}).input.id}`)
    },
    restoreAccount: (_result, _args, cache, info) => {
      if (!info.optimistic) forgetLists(cache, 'accounts')
    },
  },
}
