import {cacheExchange, type Resolver} from '@urql/exchange-graphcache'
import {persistedExchange} from '@urql/exchange-persisted'
import {Client, fetchExchange, makeOperation, mapExchange} from 'urql'
import {accessRules} from '../access'
import {accountRules} from '../accounts'
import {activityRules} from '../activities'
import {contactRules} from '../contacts'
import {dealRules} from '../deals'
import {fileRules} from '../files'
import {leadRules} from '../leads'
import {favoriteRules} from '../favorites'
import {importRules} from '../imports'
import {watchShown} from '../live'
import {memberRules} from '../members'
import {notificationRules} from '../notifications'
import {pipelineRules} from '../pipelines'
import {productRules} from '../products'
import {rateRules} from '../rates'
import {roleRules} from '../roles'
import {companyRules} from '../settings'
import {sourceRules} from '../sources'
import {preflight} from '../ui/preflight'
import {forgetKept, remembering} from './kept'

/** What a search, the favorites and the recent ones may name. */
const searched = ['Deal', 'Lead', 'Account', 'Contact', 'Activity', 'Attachment', 'Product', 'Member']

/** What has an id is kept under it; all else lives inside its parent. */
const keys = new Proxy(
  {},
  {
    get: (_, type) => (type === 'LeftRecord' ? () => null : ({id}: {id?: string}) => id ?? null),
    has: () => true,
  },
)

/** What is kept of a record answers for it by its id, until the server has said that it is gone. */
const one =
  (type: string): Resolver =>
  (_, args, cache, {fieldName}) =>
    cache.resolve('Query', fieldName, args) === null ? null : {__typename: type, id: args.id as string}

export function makeClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: guardedFetch,
    fetchOptions: {credentials: 'same-origin', headers: {...preflight, accept: 'application/json'}},
    exchanges: [
      watchShown,
      cacheExchange({
        keys,
        possibleTypes: {Node: searched},
        resolvers: {
          Query: {
            deal: one('Deal'),
            stage: one('Stage'),
            account: one('Account'),
            contact: one('Contact'),
            lead: one('Lead'),
            member: one('Member'),
            import: one('Import'),
            batch: one('Batch'),
            export: one('Export'),
          },
        },
        updates: {
          Mutation: {
            ...dealRules.updates,
            ...accountRules.updates,
            ...contactRules.updates,
            ...leadRules.updates,
            ...sourceRules.updates,
            ...activityRules.updates,
            ...importRules.updates,
            ...memberRules.updates,
            ...roleRules.updates,
            ...pipelineRules.updates,
            ...productRules.updates,
            ...rateRules.updates,
            ...companyRules.updates,
            ...accessRules.updates,
            ...notificationRules.updates,
            ...favoriteRules.updates,
          },
        },
        optimistic: {
          ...dealRules.optimistic,
          ...accountRules.optimistic,
          ...contactRules.optimistic,
          ...leadRules.optimistic,
          ...activityRules.optimistic,
          ...fileRules.optimistic,
          ...notificationRules.optimistic,
        },
      }),
      persistedExchange({
        enforcePersistedQueries: true,
        enableForMutation: true,
        preferGetForPersistedQueries: false,
        generateHash: (_, document) => Promise.resolve((document as {__meta__?: {hash?: string}}).__meta__?.hash ?? ''),
      }),
      mapExchange({
        onOperation: (asked) =>
          asked.kind === 'query' ? makeOperation(asked.kind, asked, {...asked.context, fetch: fetchRead}) : asked,
      }),
      fetchExchange,
    ],
  })
}

/** Whoever is not signed in, or no longer, is taken to the door and back to this very place. */
async function guardedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  if (response.status === 401) goSignIn()
  return response
}

const fetchRead = remembering(guardedFetch)

export function goSignIn() {
  forgetKept()
  const here = location.pathname + location.search
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
}
