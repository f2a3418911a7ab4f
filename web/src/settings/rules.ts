import type {UpdateResolver} from '@urql/exchange-graphcache'
import {MeDocument, type UpdateCompanyMutation} from '../gql/graphql'

/** What the company says of itself stands beside every page: there it is as the change has left it. */
const tellMe: UpdateResolver<UpdateCompanyMutation> = (result, _args, cache) => {
  const company = result.updateCompany.company
  if (!company) return
  const {name, currency, locale, timeZone, weekStart, fiscalStart, logo} = company
  cache.updateQuery({query: MeDocument}, (known) =>
    known?.me
      ? {
          ...known,
          me: {
            ...known.me,
            tenant: {...known.me.tenant, name, currency, locale, timeZone, weekStart, fiscalStart, logo},
          },
        }
      : known,
  )
}

export const companyRules = {updates: {updateCompany: tellMe as UpdateResolver}}
