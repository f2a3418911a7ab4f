import {dayIn, textIn} from '../ui/address'
import {created, type Vocabulary, whose} from '../views'

/** What the address says about the list of accounts. */
export interface AccountView {
  q?: string
  owner?: string
  team?: string
  industry?: string
  country?: string
  /** With deals that are open, or that were won, or with none that is open. */
  deals?: 'OPEN' | 'WON' | 'NONE'
  /** Days on which it was made. */
  since?: string
  until?: string
  sort?: string
  cols?: string
  view?: string
  /** The account whose panel is open. */
  account?: string
}

const status = (eq: string) => ({status: {eq}})

export const accountList: Vocabulary = {
  object: 'Account',
  peek: 'account',
  places: {
    ...whose,
    industry: {at: ['industry.eq']},
    country: {at: ['country.eq']},
    deals: {
      field: 'deals',
      choices: {OPEN: {some: status('OPEN')}, WON: {some: status('WON')}, NONE: {none: status('OPEN')}},
    },
    ...created,
  },
  sortable: ['name', 'industry', 'country', 'size', 'revenue', 'foundedYear', 'createdAt', 'updatedAt'],
  plain: 'name',
}

const texts = ['q', 'owner', 'team', 'industry', 'country', 'sort', 'cols', 'view', 'account'] as const

export function readAccounts(raw: Record<string, unknown>): AccountView {
  const view: AccountView = {since: dayIn(raw.since), until: dayIn(raw.until)}
  for (const word of texts) view[word] = textIn(raw[word])
  if (raw.deals === 'OPEN' || raw.deals === 'WON' || raw.deals === 'NONE') view.deals = raw.deals
  return Object.fromEntries(Object.entries(view).filter(([, said]) => said !== undefined))
}
