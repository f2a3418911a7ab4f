import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {type SourceRowFragment, UpdateSourceDocument, type UpdateSourceInput} from '../gql/graphql'
import {type Problem, problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'

/** Saves a part of a source; what was refused is told, and nothing is changed by it. */
export function useSaving({id, version}: Pick<SourceRowFragment, 'id' | 'version'>) {
  const {t} = useLingui()
  const say = useSay()
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, update] = useMutation(UpdateSourceDocument)
  const save = async (change: Omit<UpdateSourceInput, 'id' | 'version'>): Promise<SourceRowFragment | null> => {
    const answer = await update({input: {id, version, ...change}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return null
    say(t`Saved`)
    return answer.data?.updateSource.source ?? null
  }
  return {save, problems, saving: fetching}
}
