import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  CreateStageDocument,
  type PipelineShapeFragment,
  type StageKind,
  type StageShapeFragment,
  UpdateStageDocument,
} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Select} from '../../ui/select'
import {useKinds} from '../kinds'

interface Props {
  pipeline: PipelineShapeFragment
  stage: StageShapeFragment | undefined
  close: () => void
}

/** A new stage, or another name and limit for one that is there; what it means for a deal never changes. */
export default function StageForm({pipeline, stage: given, close}: Props) {
  const [stage] = useState(given)
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const kinds = useKinds()
  const [name, setName] = useState(stage?.name ?? '')
  const [kind, setKind] = useState<StageKind>(stage?.kind ?? 'OPEN')
  const [days, setDays] = useState(stage?.allowedDays?.toString() ?? '')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async () => {
    const allowedDays = days.trim() ? Number(days) : null
    if (allowedDays !== null && !Number.isInteger(allowedDays)) {
      setProblems([{code: 'BAD_DAYS', field: 'allowedDays', message: t`Write whole days, or leave it empty.`}])
      return
    }
    setBusy(true)
    const input = {name: name.trim(), allowedDays}
    const answer = stage
      ? await client
          .mutation(UpdateStageDocument, {input: {id: stage.id, version: stage.version, ...input}})
          .toPromise()
      : await client.mutation(CreateStageDocument, {input: {pipelineId: pipeline.id, kind, ...input}}).toPromise()
    setBusy(false)
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  return (
    <Making
      title={stage ? t`Change ${stage.name}` : t`New stage`}
      act={stage ? t`Save` : undefined}
      width={420}
      dirty={
        name !== (stage?.name ?? '') ||
        kind !== (stage?.kind ?? 'OPEN') ||
        days !== (stage?.allowedDays?.toString() ?? '')
      }
      saving={busy}
      problems={problems}
      fields={['name', 'allowedDays']}
      save={() => void save()}
      close={close}
    >
      <Field label={t`Name`} dir="auto" maxLength={300} value={name} onValue={setName} why={whyOf(problems, 'name')} />
      <div className="pair">
        <Select
          label={t`What it means for a deal`}
          value={kind}
          disabled={Boolean(stage)}
          onValue={(next) => setKind(next as StageKind)}
        >
          {Object.entries(kinds).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
        <Field
          label={t`Days allowed in it`}
          inputMode="numeric"
          dir="ltr"
          value={days}
          onValue={setDays}
          why={whyOf(problems, 'allowedDays')}
        />
      </div>
      <p className="quiet">
        <Trans>A deal that stays longer is marked as stalled. Empty: twice what is usual.</Trans>
      </p>
    </Making>
  )
}
