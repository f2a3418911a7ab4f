import {createContext, type ReactNode, use} from 'react'
import type {MeQuery} from '../gql/graphql'

type Asked = NonNullable<MeQuery['me']>

export interface Viewer {
  member: NonNullable<Asked['member']>
  tenant: Asked['tenant']
  /** What is allowed besides the records, such as `members:manage`. */
  powers: readonly string[]
  /** What is allowed with some records at all, such as `Deal:CREATE`. */
  may: readonly string[]
}

const Context = createContext<Viewer | null>(null)

export function MeProvider({me, children}: {me: Viewer; children: ReactNode}) {
  return <Context value={me}>{children}</Context>
}

/** Who is signed in, and where. */
export function useMe(): Viewer {
  const me = use(Context)
  if (!me) throw new Error('There is no one signed in here.')
  return me
}
