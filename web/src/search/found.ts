import {useLingui} from '@lingui/react/macro'
import {useEffect, useState} from 'react'
import {useQuery} from 'urql'
import {type SearchKind, type SearchQuery, SearchDocument} from '../gql/graphql'

const WAIT = 120

export type Groups = NonNullable<SearchQuery['search']>['groups']

/** What is found while it is being typed. `meant` is there where the keys were read under another layout. */
export function useFound(typed: string, {kinds, first}: {kinds?: SearchKind[]; first?: number} = {}) {
  const text = useSettled(typed.trim())
  const [{data, fetching, error}, again] = useQuery({
    query: SearchDocument,
    variables: {text, kinds, first},
    pause: text.length < 2,
    requestPolicy: 'cache-and-network',
  })
  const found = typed.trim().length < 2 ? undefined : (data?.search ?? undefined)
  return {
    groups: found?.groups ?? [],
    /** What to mark. */
    asked: found?.text ?? text,
    meant: found?.switched ? found.text : undefined,
    known: found !== undefined,
    searching: typed.trim().length >= 2 && (fetching || text !== typed.trim()),
    error,
    again: () => again({requestPolicy: 'network-only'}),
  }
}

/** What each kind is called where there are several. */
export function useKindNames(): Record<SearchKind, string> {
  const {t} = useLingui()
  return {
    DEAL: t`Deals`,
    LEAD: t`Leads`,
    ACCOUNT: t`Accounts`,
    CONTACT: t`Contacts`,
    ACTIVITY: t`Activities`,
    FILE: t`Files`,
    PRODUCT: t`Products`,
    MEMBER: t`Members`,
  }
}

/** The text once the typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  return settled
}
