import {useMemo} from 'react'
import {useQuery} from 'urql'
import {ListRightsDocument} from '../gql/graphql'

/** What the viewer's role may do with an object at all, and which of its fields he may not write. */
export function useRights(object: string) {
  const [{data}] = useQuery({query: ListRightsDocument})
  return useMemo(() => {
    const {grants = [], fields = []} = data?.me?.rights ?? {}
    const locked = new Set(fields.filter((one) => one.object === object).map(({field}) => field))
    return {
      known: data !== undefined,
      may: (verb: string) => grants.some((one) => one.object === object && one.verb === verb && one.scope !== 'NONE'),
      writes: (field: string) => !locked.has(field.replace(/Id$/, '')) && !locked.has(field),
    }
  }, [data, object])
}
