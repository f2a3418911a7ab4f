import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useClient} from 'urql'
import {ChangeQualificationDocument, type ChangeQualificationInput} from '../gql/graphql'
import {type Problem, problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'
import {type Draft, draftOf, inputOf, type Kept, same} from './draft'

/**
 * What is being written, over what is kept. What a colleague keeps meanwhile is taken over where nothing was written
 * yet; otherwise the draft is `behind`, and whoever writes it decides when to begin anew.
 */
export function useKeeping(kept: Kept, again: () => void) {
  const [base, setBase] = useState(() => ({version: kept.version, draft: draftOf(kept)}))
  const [draft, setDraft] = useState<Draft>(base.draft)
  const [problems, setProblems] = useState<Problem[]>([])
  const [saving, setSaving] = useState(false)
  const send = useSend(again)
  const dirty = !same(draft, base.draft)
  const newer = kept.version > base.version
  const begin = () => {
    const now = draftOf(kept)
    setBase({version: kept.version, draft: now})
    setDraft(now)
    setProblems([])
  }
  if (newer && !dirty && !saving) begin()
  const save = async () => {
    setSaving(true)
    const {version, problems: refused} = await send({...inputOf(draft), version: base.version}, inputOf(base.draft))
    setSaving(false)
    setProblems(refused)
    if (version !== undefined) setBase({version, draft})
  }
  const set = (next: Draft) => {
    setDraft(next)
    setProblems([])
  }
  const discard = () => set(base.draft)
  return {draft, set, dirty, behind: newer && dirty, begin, discard, problems, saving, save}
}

/** Sends the rules, and offers to send those before them. */
function useSend(again: () => void) {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const unanswered = t`The server does not answer. Nothing was changed.`
  const change = async (input: ChangeQualificationInput) => {
    const answer = await client.mutation(ChangeQualificationDocument, {input}).toPromise()
    const problems = problemsOf(answer, unanswered)
    if (!problems.length || problems.some(({code}) => code === 'CONFLICT')) again()
    return {version: answer.data?.changeQualification.qualification?.version, problems}
  }
  return async (input: ChangeQualificationInput, former: ChangeQualificationInput) => {
    const {version, problems} = await change(input)
    if (problems.length || version === undefined) return {problems}
    say(t`Saved`)
    const back = async () => {
      const [refused] = (await change({...former, version})).problems
      say(refused ? refused.message : t`Taken back`)
    }
    offer({said: t`The rules were changed`, undo: () => void back()})
    return {version, problems}
  }
}
