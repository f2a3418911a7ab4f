import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {type MemberRole, RoleChoicesDocument, type RoleChoicesQuery} from '../gql/graphql'

export interface RoleWords {
  name: string
  about: string
}

/** The ready-made roles in words, from the widest to the narrowest. */
export function useRoleWords(): Record<MemberRole, RoleWords> {
  const {t} = useLingui()
  return {
    OWNER: {name: t`Owner`, about: t`Everything, and the company itself: only an owner makes another owner.`},
    ADMIN: {name: t`Admin`, about: t`Everything with all records, and members, teams, roles and imports.`},
    MANAGER: {name: t`Sales manager`, about: t`Sells, and works with what the own teams and those below them have.`},
    REP: {name: t`Sales rep`, about: t`Works with records of their own, and sees all accounts and contacts.`},
    MARKETER: {name: t`Marketer`, about: t`Works with all accounts and contacts, and reads the deals.`},
    AGENT: {name: t`Service agent`, about: t`Looks after accounts and contacts, and reads the deals of the own teams.`},
    ANALYST: {name: t`Analyst`, about: t`Reads and exports everything, and changes nothing.`},
    READER: {name: t`Reader`, about: t`Reads everything, and changes nothing.`},
  }
}

export type OwnRole = RoleChoicesQuery['customRoles']['nodes'][number]

/** The company's own roles, each on a ready-made one. */
export function useOwnRoles(): OwnRole[] {
  const [{data}] = useQuery({query: RoleChoicesDocument})
  return data?.customRoles.nodes ?? []
}

/** What a member's role is called: the company's own name for it, or the ready-made one. */
export function useRoleName(): (member: {role: MemberRole; customRole?: {name: string} | null}) => string {
  const words = useRoleWords()
  return ({role, customRole}) => customRole?.name ?? words[role].name
}
