import {useMemo} from 'react'
import {useQuery} from 'urql'
import {PeopleDocument, type PeopleQuery} from '../gql/graphql'

export type Person = PeopleQuery['members']['nodes'][number]
export type Team = PeopleQuery['teams']['nodes'][number]

const nobody: {people: Person[]; teams: Team[]} = {people: [], teams: []}

/** The company's people and teams, for filters and owners. */
export function usePeople({pause = false} = {}) {
  const [{data}] = useQuery({query: PeopleDocument, pause})
  return useMemo(() => (data ? {people: data.members.nodes, teams: data.teams.nodes} : nobody), [data])
}
