import type {ContactFilter, ContactOrder} from '../gql/graphql'
import {readSort, textIn} from '../ui/address'

/** What the address says about the list of contacts. */
export interface ContactView {
  q?: string
  owner?: string
  team?: string
  /** The account that they are at. */
  account?: string
  sort?: string
  /** The contact whose panel is open. */
  contact?: string
}

const filters = ['q', 'owner', 'team', 'account'] as const

export function readContacts(raw: Record<string, unknown>): ContactView {
  const view: ContactView = {}
  for (const word of [...filters, 'sort', 'contact'] as const) {
    const text = textIn(raw[word])
    if (text) view[word] = text
  }
  return view
}

export const isFiltered = (view: ContactView) => filters.some((name) => view[name] !== undefined)

export const unfiltered = ({sort, contact}: ContactView): ContactView => ({sort, contact})

export function filterOf({owner, team, account}: ContactView): ContactFilter | null {
  const filter: ContactFilter = {
    ...(owner || team ? {owner: {...(owner && {id: {eq: owner}}), ...(team && {team: {id: {eq: team}}})}} : {}),
    ...(account && {account: {id: {eq: account}}}),
  }
  return Object.keys(filter).length ? filter : null
}

const sortable = ['name', 'title', 'email', 'updatedAt'] as const

export const sortOf = ({sort}: ContactView) => readSort(sort, sortable, 'name')

export function orderOf(view: ContactView): ContactOrder[] {
  const {by, down} = sortOf(view)
  return [{[by]: down ? 'DESC' : 'ASC'}]
}
