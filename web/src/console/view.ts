import type {CompanySort, CompanyStatus} from './graphql'

/** The orders of the list, as the address says them. */
export const sorts: readonly CompanySort[] = ['NAME', 'SIZE', 'CREATED', 'LAST_BACKUP', 'HEALTH']
export const statuses: readonly CompanyStatus[] = ['ACTIVE', 'SUSPENDED', 'DELETING', 'PURGING']

export interface CompaniesView {
  q?: string
  status?: CompanyStatus
  sort?: CompanySort
}

/** What is not known is left out. */
export function readCompanies(search: Record<string, unknown>): CompaniesView {
  const {q, status, sort} = search
  return {
    q: typeof q === 'string' && q ? q : undefined,
    status: statuses.find((one) => one === status),
    sort: sorts.find((one) => one === sort),
  }
}
