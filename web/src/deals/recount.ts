import {useCallback, useRef} from 'react'
import {useClient} from 'urql'
import {ColumnTotalsDocument, type DealFilter, type StageLabelFragment} from '../gql/graphql'

/** What the totals beside a moved deal were asked with. */
export interface Scope {
  filter: DealFilter | null
  search: string | null
}

/** Asks for the totals of columns again, of each one after another: an answer from before a move is never the last. */
export function useRecount(scope?: Scope) {
  const client = useClient()
  const asked = useRef(new Map<string, boolean>())
  return useCallback(
    (...stages: StageLabelFragment[]) => {
      if (!scope) return
      const count = async (id: string) => {
        do {
          asked.current.set(id, false)
          await client.query(ColumnTotalsDocument, {stage: id, ...scope}, {requestPolicy: 'network-only'}).toPromise()
        } while (asked.current.get(id))
        asked.current.delete(id)
      }
      for (const {id} of stages) {
        if (asked.current.has(id)) asked.current.set(id, true)
        else void count(id)
      }
    },
    [client, scope],
  )
}
