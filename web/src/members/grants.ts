import {useQuery} from 'urql'
import {MyGrantsDocument} from '../gql/graphql'

/** What who is signed in may do with a kind of record, such as `Product`; the server decides, this spares the buttons. */
export function useGrants(object: string) {
  const [{data}] = useQuery({query: MyGrantsDocument})
  const may = (verb: string) =>
    data?.me?.rights.grants.some((one) => one.object === object && one.verb === verb && one.scope !== 'NONE') ?? false
  return {create: may('CREATE'), update: may('UPDATE'), remove: may('DELETE')}
}
