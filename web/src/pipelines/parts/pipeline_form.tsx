import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {
  DeletePipelineDocument,
  type PipelineShapeFragment,
  RestorePipelineDocument,
  UpdatePipelineDocument,
} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useRemoval} from '../../ui/removal'
import {useSay} from '../../ui/say'

interface Props {
  pipeline: PipelineShapeFragment
  mayRemove: boolean
  close: () => void
}

/** Another name for a pipeline, or the standing of the default one. */
export default function PipelineForm({pipeline: given, mayRemove, close}: Props) {
  const [pipeline] = useState(given)
  const {t} = useLingui()
  const say = useSay()
  const [name, setName] = useState(pipeline.name)
  const [isDefault, setDefault] = useState(pipeline.isDefault)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, update] = useMutation(UpdatePipelineDocument)
  const remove = useRemoval({remove: DeletePipelineDocument, restore: RestorePipelineDocument})
  const save = async () => {
    const answer = await update({input: {id: pipeline.id, version: pipeline.version, name: name.trim(), isDefault}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  const takeAway = async () => {
    const message = await remove(pipeline)
    if (message) setProblems([{code: 'REFUSED', message}])
    else close()
  }
  return (
    <Making
      title={t`Change ${pipeline.name}`}
      act={t`Save`}
      width={420}
      dirty={name !== pipeline.name || isDefault !== pipeline.isDefault}
      saving={fetching}
      problems={problems}
      fields={['name']}
      save={() => void save()}
      remove={mayRemove && !pipeline.isDefault ? () => void takeAway() : undefined}
      close={close}
    >
      <Field label={t`Name`} dir="auto" maxLength={300} value={name} onValue={setName} why={whyOf(problems, 'name')} />
      <label className="check">
        <input
          type="checkbox"
          checked={isDefault}
          disabled={pipeline.isDefault}
          onChange={(event) => setDefault(event.target.checked)}
        />
        <Trans>The default pipeline: new deals begin here</Trans>
      </label>
    </Making>
  )
}
