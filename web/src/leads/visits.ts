import {useCallback, useEffect, useState} from 'react'
import {useQuery} from 'urql'
import {LeadVisitsDocument} from '../gql/graphql'
import {useFresh} from '../ui/fresh'

/** So long after an answer it is looked whether he is there still; and so long it is believed where nobody answers. */
const [ASK, BELIEVE] = [40_000, 45_000]

/** The visits of a lead to the company's site, the newest first, and the one that he is on. */
export function useVisits(id: string, first: number) {
  const [{data, error}, ask] = useQuery({
    query: LeadVisitsDocument,
    variables: {id, first},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const lead = data?.lead
  const [old, setOld] = useState<typeof lead>()
  const here = lead && lead !== old ? lead.presence : null
  const there = Boolean(here)
  useEffect(() => {
    if (!there) return
    const timers = [setTimeout(again, ASK), setTimeout(() => setOld(lead), BELIEVE)]
    return () => timers.forEach(clearTimeout)
  }, [there, lead, again])
  return {visits: lead?.visits, here, error, again}
}

/** A path as people read it: letters of other scripts are encoded in an address. */
export function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
