import type {DataFields, OptimisticMutationConfig, UpdateResolver} from '@urql/exchange-graphcache'
import type {UpdateLeadMutationVariables} from '../gql/graphql'
import {forgetLists, takeOutOfLists} from '../ui/cached_lists'

const forget: UpdateResolver = (_result, _args, cache, info) => {
  if (!info.optimistic) forgetLists(cache, 'leads')
}

/** How the cache follows a change of a lead, before the server's answer and after it. */
export const leadRules: {updates: Record<string, UpdateResolver>; optimistic: OptimisticMutationConfig} = {
  optimistic: {
    updateLead: (args) => {
      const {id, name, company, title, email, phone, message, country, language, ownerId} = (
        args as unknown as UpdateLeadMutationVariables
      ).input
      const lead: DataFields = {__typename: 'Lead', id}
      for (const [field, value] of Object.entries({
        ...{name, company, title, email},
        ...{phone, message, country, language},
      })) {
        if (value !== undefined) lead[field] = value
      }
      if (ownerId != null) lead.owner = {__typename: 'Member', id: ownerId}
      return {__typename: 'UpdateLeadPayload', lead, problems: []}
    },
    moveLead: (args) => {
      const {id, status} = (args as {input: {id: string; status: string}}).input
      return {__typename: 'MoveLeadPayload', lead: {__typename: 'Lead', id, status}, problems: []}
    },
  },
  updates: {
    createLead: forget,
    restoreLead: forget,
    deleteLead: (result, args, cache, info) => {
      const {problems} = result.deleteLead as {problems: unknown[]}
      if (info.optimistic || problems.length) return
      takeOutOfLists(cache, 'leads', `Lead:${(args as {input: {id: string}}).input.id}`)
    },
    ...Object.fromEntries(
      ['assignLead', 'distributeLead', 'moveLead', 'disqualifyLead', 'reopenLead', 'convertLead', 'undoConversion'].map(
        (name) => [name, forget],
      ),
    ),
  },
}
