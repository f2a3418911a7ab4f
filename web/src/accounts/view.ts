import type {AccountFilter, AccountOrder} from '../gql/graphql'
import {readSort, textIn} from '../ui/address'

/** What the address says about the list of accounts. */
export interface AccountView {
  q?: string
  owner?: string
  team?: string
  industry?: string
  country?: string
  /** With deals that are open, or that were won. */
  deals?: 'OPEN' | 'WON'
  sort?: string
  /** The account whose panel is open. */
  account?: string
}

const filters = ['q', 'owner', 'team', 'industry', 'country', 'deals'] as const

export function readAccounts(raw: Record<string, unknown>): AccountView {
  const view: AccountView = {}
  for (const word of ['q', 'owner', 'team', 'industry', 'country', 'sort', 'account'] as const) {
    const text = textIn(raw[word])
    if (text) view[word] = text
  }
  if (raw.deals === 'OPEN' || raw.deals === 'WON') view.deals = raw.deals
  return view
}

export const isFiltered = (view: AccountView) => filters.some((name) => view[name] !== undefined)

export const unfiltered = ({sort, account}: AccountView): AccountView => ({sort, account})

export function filterOf({owner, team, industry, country, deals}: AccountView): AccountFilter | null {
  const filter: AccountFilter = {
    ...(owner || team ? {owner: {...(owner && {id: {eq: owner}}), ...(team && {team: {id: {eq: team}}})}} : {}),
    ...(industry && {industry: {eq: industry}}),
    ...(country && {country: {eq: country}}),
    ...(deals && {deals: {some: {status: {eq: deals}}}}),
  }
  return Object.keys(filter).length ? filter : null
}

const sortable = ['name', 'industry', 'country', 'size', 'updatedAt'] as const

export const sortOf = ({sort}: AccountView) => readSort(sort, sortable, 'name')

export function orderOf(view: AccountView): AccountOrder[] {
  const {by, down} = sortOf(view)
  return [{[by]: down ? 'DESC' : 'ASC'}]
}
