import {dayIn, textIn} from '../ui/address'
import {created, type Vocabulary, whose} from '../views'

/** What the address says about the list of contacts. */
export interface ContactView {
  q?: string
  owner?: string
  team?: string
  /** The account that they are at. */
  account?: string
  /** Whether there is an address to write to. */
  mail?: 'YES' | 'NO'
  /** Days on which it was made. */
  since?: string
  until?: string
  sort?: string
  cols?: string
  view?: string
  /** The contact whose panel is open. */
  contact?: string
}

export const contactList: Vocabulary = {
  object: 'Contact',
  peek: 'contact',
  places: {
    ...whose,
    account: {at: ['account.id.eq']},
    mail: {field: 'email', choices: {YES: {isNull: false}, NO: {isNull: true}}},
    ...created,
  },
  sortable: ['name', 'title', 'email', 'createdAt', 'updatedAt'],
  plain: 'name',
}

const texts = ['q', 'owner', 'team', 'account', 'sort', 'cols', 'view', 'contact'] as const

export function readContacts(raw: Record<string, unknown>): ContactView {
  const view: ContactView = {since: dayIn(raw.since), until: dayIn(raw.until)}
  for (const word of texts) view[word] = textIn(raw[word])
  if (raw.mail === 'YES' || raw.mail === 'NO') view.mail = raw.mail
  return Object.fromEntries(Object.entries(view).filter(([, said]) => said !== undefined))
}
