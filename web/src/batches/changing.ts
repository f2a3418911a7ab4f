import {useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useClient} from 'urql'
import {DeleteManyDocument, UpdateManyDocument} from '../gql/graphql'
import {useJobs} from '../ui/jobs'
import {type Problem, problemsOf} from '../ui/problems'
import type {Aim} from './fields'

/** Begins a change of many records, or their deletion; answers what was refused at once. */
export function useChanging({object, target}: Aim) {
  const client = useClient()
  const {t} = useLingui()
  const {watch} = useJobs()
  return useCallback(
    async (change: Record<string, unknown> | null): Promise<Problem[]> => {
      const aimed = {object, ...target}
      const answer = change
        ? await client.mutation(UpdateManyDocument, {input: {...aimed, change}}).toPromise()
        : await client.mutation(DeleteManyDocument, {input: aimed}).toPromise()
      const problems = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      const data = answer.data
      const batch = data && ('updateMany' in data ? data.updateMany.batch : data.deleteMany.batch)
      if (batch) watch({kind: 'batch', id: batch.id})
      return problems
    },
    [client, object, target, t, watch],
  )
}
