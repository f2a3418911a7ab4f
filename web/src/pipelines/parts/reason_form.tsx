import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useClient} from 'urql'
import {CreateLossReasonDocument, type LossReasonShapeFragment, UpdateLossReasonDocument} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'

/** A new reason, or another name for one that is there: its deals go with it. */
export default function ReasonForm({reason, close}: {reason?: LossReasonShapeFragment; close: () => void}) {
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const [name, setName] = useState(reason?.name ?? '')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async () => {
    setBusy(true)
    const answer = reason
      ? await client
          .mutation(UpdateLossReasonDocument, {input: {id: reason.id, version: reason.version, name: name.trim()}})
          .toPromise()
      : await client.mutation(CreateLossReasonDocument, {input: {name: name.trim()}}).toPromise()
    setBusy(false)
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  return (
    <Making
      title={reason ? t`Rename ${reason.name}` : t`New reason`}
      act={reason ? t`Save` : undefined}
      width={420}
      dirty={name !== (reason?.name ?? '')}
      saving={busy}
      problems={problems}
      fields={['name']}
      save={() => void save()}
      close={close}
    >
      <Field label={t`Name`} dir="auto" maxLength={300} value={name} onValue={setName} why={whyOf(problems, 'name')} />
    </Making>
  )
}
