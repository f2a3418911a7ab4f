import type {MemberFilter, MemberRole, MemberStatus} from '../gql/graphql'

/** What the list of members shows; it stands in the address. */
export interface PeopleView {
  q?: string
  status?: MemberStatus
  role?: MemberRole
  team?: string
}

const statuses: readonly string[] = ['ACTIVE', 'INVITED', 'PLACEHOLDER', 'DISABLED'] satisfies MemberStatus[]

export function readPeople(search: Record<string, unknown>): PeopleView {
  const {q, status, role, team} = search
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
  return {
    q: text(q),
    status: statuses.includes(String(status)) ? (status as MemberStatus) : undefined,
    role: /^[A-Z]+$/.test(text(role) ?? '') ? (role as MemberRole) : undefined,
    team: text(team),
  }
}

/** Those who have left are shown only when they are asked for. */
export function filterOf({status, role, team}: PeopleView): MemberFilter {
  return {
    status: status ? {eq: status} : {ne: 'DISABLED'},
    ...(role ? {role: {eq: role}} : {}),
    ...(team ? {team: {id: {eq: team}}} : {}),
  }
}
