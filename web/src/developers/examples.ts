import type {MessageDescriptor} from '@lingui/core'
import {msg} from '@lingui/core/macro'

export interface Example {
  id: string
  name: MessageDescriptor
  query: string
  variables: string
}

/** Requests to begin with; none of them changes anything. */
export const examples: [Example, ...Example[]] = [
  {
    id: 'me',
    name: msg`Whom the token acts for`,
    query: `{
  me {
    member { name email }
    tenant { name currency }
  }
}`,
    variables: '{}',
  },
  {
    id: 'deals',
    name: msg`A page of open deals`,
    query: `query OpenDeals($first: Int!, $after: String) {
  deals(
    first: $first
    after: $after
    filter: {status: {eq: OPEN}}
    orderBy: [{openedAt: DESC}]
  ) {
    totalCount
    totalAmount { amount currency }
    nodes {
      id
      name
      amount { amount currency }
      stage { name }
      account { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: '{"first": 10}',
  },
  {
    id: 'accounts',
    name: msg`Accounts found by words`,
    query: `query Accounts($words: String) {
  accounts(first: 5, search: $words) {
    nodes {
      name
      contacts(first: 3) { nodes { name email } }
      deals(first: 3) { totalCount }
    }
  }
}`,
    variables: '{"words": "a"}',
  },
  {
    id: 'types',
    name: msg`What the graph tells of itself`,
    query: `{
  __type(name: "Deal") {
    description
    fields { name type { name kind } }
  }
}`,
    variables: '{}',
  },
  {
    id: 'changes',
    name: msg`What is changed from now on`,
    query: `subscription Changes($types: [String!]) {
  changes(types: $types) {
    stale
    records {
      kind
      type
      id
      by { ... on Member { name } }
      node {
        ... on Deal { name stage { name } }
        ... on Contact { name }
      }
    }
  }
}`,
    variables: '{"types": ["Deal", "Contact"]}',
  },
]
