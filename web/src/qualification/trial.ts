import {useEffect, useMemo, useState} from 'react'
import {useQuery} from 'urql'
import {type QualificationInput, QualificationTrialDocument} from '../gql/graphql'
import type {Problem} from '../ui/problems'
import {type Draft, inputOf} from './draft'

const PAUSE = 400
const SHOWN = 50

/** What the rules would do as they are being written; asked after a pause for thought, and once more when `weighed`. */
export function useTrial(draft: Draft, may: boolean, weighed: unknown) {
  const said = JSON.stringify(inputOf(draft))
  const [asked, setAsked] = useState(said)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(said), PAUSE)
    return () => {
      clearTimeout(timer)
    }
  }, [said])
  const variables = useMemo(() => ({standard: JSON.parse(asked) as QualificationInput, first: SHOWN}), [asked])
  const [{data, error, fetching, stale}, ask] = useQuery({
    query: QualificationTrialDocument,
    variables,
    pause: !may,
    requestPolicy: 'cache-and-network',
  })
  useEffect(() => {
    if (weighed) ask({requestPolicy: 'network-only'})
  }, [weighed, ask])
  const current = asked === said
  const problems: Problem[] = current
    ? (error?.graphQLErrors ?? []).map(({message, extensions}) => ({
        code: String(extensions.code),
        message,
        field: String(extensions.field),
      }))
    : []
  return {
    found: error ? undefined : data?.qualificationTrial,
    busy: !current || fetching || stale,
    problems,
    failed: error && !error.graphQLErrors.length ? error : undefined,
    again: () => ask({requestPolicy: 'network-only'}),
  }
}
