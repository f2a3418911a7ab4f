import type {CompanyLineFragment, ConsoleCompanyQuery} from './graphql'

/** A company with all that is known of it. */
export type Shown = NonNullable<ConsoleCompanyQuery['company']>

/** Companies of the list by their addresses. */
export type Picked = ReadonlyMap<string, CompanyLineFragment>
