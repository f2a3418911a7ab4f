import type {DataFields, OptimisticMutationConfig, UpdateResolver} from '@urql/exchange-graphcache'
import type {UpdateContactMutationVariables} from '../gql/graphql'
import {forgetLists, takeOutOfLists} from '../ui/cached_lists'

/** How the cache follows a change of a contact, before the server's answer and after it. */
export const contactRules: {updates: Record<string, UpdateResolver>; optimistic: OptimisticMutationConfig} = {
  optimistic: {
    updateContact: (args) => {
      const {id, name, email, phone, title, ownerId} = (args as unknown as UpdateContactMutationVariables).input
      const contact: DataFields = {__typename: 'Contact', id}
      for (const [field, value] of Object.entries({name, email, phone, title})) {
        if (value !== undefined) contact[field] = value
      }
      if (ownerId != null) contact.owner = {__typename: 'Member', id: ownerId}
      return {__typename: 'UpdateContactPayload', contact, problems: []}
    },
  },
  updates: {
    createContact: (_result, _args, cache, info) => {
      if (!info.optimistic) forgetLists(cache, 'contacts')
    },
    deleteContact: (result, args, cache, info) => {
      const {problems} = result.deleteContact as {problems: unknown[]}
      if (info.optimistic || problems.length) return
      takeOutOfLists(cache, 'contacts', `Contact:${(args as {input: {id: string}}).input.id}`)
    },
    restoreContact: (_result, _args, cache, info) => {
      if (!info.optimistic) forgetLists(cache, 'contacts')
    },
  },
}
