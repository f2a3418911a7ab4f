import type {CompanyHealth, CompanySort, CompanyStatus, Plan} from './graphql'

/** The orders of the list, as the address says them. */
export const sorts: readonly CompanySort[] = ['NAME', 'SIZE', 'CREATED', 'LAST_BACKUP', 'HEALTH']
export const statuses: readonly CompanyStatus[] = ['ACTIVE', 'SUSPENDED', 'DELETING', 'PURGING']
export const healths: readonly CompanyHealth[] = ['ATTENTION', 'GOOD', 'UNKNOWN']
export const plans: readonly Plan[] = ['TRIAL', 'STANDARD', 'ENTERPRISE']
export const versions = ['latest', 'behind'] as const

export interface CompaniesView {
  q?: string
  status?: CompanyStatus
  cell?: string
  version?: (typeof versions)[number]
  health?: CompanyHealth
  plan?: Plan
  sort?: CompanySort
}

/** Of the list without any filter. */
export const everything: CompaniesView = {
  q: undefined,
  status: undefined,
  cell: undefined,
  version: undefined,
  health: undefined,
  plan: undefined,
}

/** What is not known is left out. */
export function readCompanies(search: Record<string, unknown>): CompaniesView {
  const {q, status, cell, version, health, plan, sort} = search
  return {
    q: typeof q === 'string' && q ? q : undefined,
    status: statuses.find((one) => one === status),
    cell: typeof cell === 'string' && cell ? cell : undefined,
    version: versions.find((one) => one === version),
    health: healths.find((one) => one === health),
    plan: plans.find((one) => one === plan),
    sort: sorts.find((one) => one === sort),
  }
}
