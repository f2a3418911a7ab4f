import {useCallback, useEffect, useState} from 'react'
import {useQuery} from 'urql'
import {LeadVisitsDocument} from '../gql/graphql'
import {useFresh} from '../ui/fresh'

/**
 * So long after a sign of his it is looked whether he is there still; and so long it is believed where nothing newer is
 * heard: an answer that this device kept tells of the same sign again.
 */
const [ASK, BELIEVE] = [40_000, 45_000]

/** So many visits are shown at first. */
export const FEW = 5

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
  const [old, setOld] = useState<string>()
  const sign = lead?.presence?.lastSeenAt
  useEffect(() => {
    if (!sign) return
    const timers = [setTimeout(again, ASK), setTimeout(() => setOld(sign), BELIEVE)]
    return () => timers.forEach(clearTimeout)
  }, [sign, again])
  return {visits: lead?.visits, here: sign === old ? null : lead?.presence, error, again}
}

/** A path as people read it: letters of other scripts are encoded in an address. */
export function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
