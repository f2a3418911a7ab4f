import type {ConvertLeadInput, LeadConversionPreviewQuery} from '../gql/graphql'

export type Preview = NonNullable<LeadConversionPreviewQuery['leadConversionPreview']>

/** What becomes of one of the three: a record that is here, by its id; a new one; or none. */
export type Target = {id: string} | 'new' | 'none'

export interface Choice {
  account: Target
  contact: Target
  deal: Target
  dealName: string
  amount: string
  currency: string
}

/** As the server proposes it: matched where that is sure, else new; an amount is in the company's `currency`. */
export function proposed({accounts, contacts, dealName}: Preview, currency: string): Choice {
  const sure = (matches: readonly {proposed: boolean; record?: {id: string} | null}[]): Target => {
    const found = matches.find((one) => one.proposed)?.record
    return found ? {id: found.id} : 'new'
  }
  return {
    account: sure(accounts.map((one) => ({...one, record: one.account}))),
    contact: sure(contacts.map((one) => ({...one, record: one.contact}))),
    deal: 'new',
    dealName,
    amount: '',
    currency,
  }
}

/** What is sent: each of the three is said, so that what is seen is what is done. */
export function inputOf(choice: Choice): Omit<ConvertLeadInput, 'id' | 'version'> {
  const {account, contact, deal, dealName, amount, currency} = choice
  const money = amount.trim().replace(',', '.')
  return {
    ...(account === 'new' ? {newAccount: true} : account === 'none' ? {withoutAccount: true} : {accountId: account.id}),
    ...(contact === 'new' ? {newContact: true} : contact === 'none' ? {withoutContact: true} : {contactId: contact.id}),
    ...(deal === 'new'
      ? {dealName: dealName.trim() || null, dealAmount: money ? {amount: money, currency} : null}
      : deal === 'none'
        ? {withoutDeal: true}
        : {dealId: deal.id}),
  }
}

export const chosen = (target: Target, one: Target) =>
  typeof target === 'string' || typeof one === 'string' ? target === one : target.id === one.id
