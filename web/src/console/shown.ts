import type {ConsoleCompanyQuery} from './graphql'

/** A company with all that is known of it. */
export type Shown = NonNullable<ConsoleCompanyQuery['company']>
