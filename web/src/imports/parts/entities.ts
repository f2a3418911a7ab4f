import {useLingui} from '@lingui/react/macro'

/** What files are about, as the graph names it and as a person does. */
export function useEntityNames(): Record<string, string | undefined> {
  const {t} = useLingui()
  return {
    account: t`Accounts`,
    contact: t`Contacts`,
    deal: t`Deals`,
    lead: t`Leads`,
    member: t`People`,
    product: t`Products`,
  }
}
