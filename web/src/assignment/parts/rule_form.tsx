import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  type AssignmentStrategy,
  CreateAssignmentRuleDocument,
  DeleteAssignmentRuleDocument,
  RestoreAssignmentRuleDocument,
  type RuleRowFragment,
  UpdateAssignmentRuleDocument,
} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useRemoval} from '../../ui/removal'
import {useSay} from '../../ui/say'
import {Select} from '../../ui/select'
import {useAssignmentWords} from '../words'
import {Asked, type Facts, factsOf} from './asked'
import {Pool, type Seat} from './pool'

const fields = ['name', 'pool', 'sourceId', 'productId', 'country', 'language', 'question', 'answer']

interface Props {
  rule: RuleRowFragment | undefined
  mayRemove: boolean
  close: () => void
}

/** A rule: for which leads it is, who gets them, and how one of these is chosen. */
export default function RuleForm({rule: given, mayRemove, close}: Props) {
  const [rule] = useState(given)
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const {strategies} = useAssignmentWords()
  const remove = useRemoval({remove: DeleteAssignmentRuleDocument, restore: RestoreAssignmentRuleDocument})
  const [name, setName] = useState(rule?.name ?? '')
  const [strategy, setStrategy] = useState<AssignmentStrategy>(rule?.strategy ?? 'ROUND_ROBIN')
  const [hours, setHours] = useState(rule?.workingHours ?? false)
  const [facts, setFacts] = useState<Facts>(() => factsOf(rule))
  const [pool, setPool] = useState<Seat[]>(() =>
    (rule?.pool ?? []).map(({member, capacity}) => ({
      id: member.id,
      name: member.name,
      capacity: capacity == null ? '' : String(capacity),
    })),
  )
  const written = JSON.stringify([name, strategy, hours, facts, pool])
  const [before] = useState(written)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async () => {
    setBusy(true)
    const input = {
      name: name.trim(),
      strategy,
      workingHours: hours,
      sourceId: facts.source?.id ?? null,
      productId: facts.product?.id ?? null,
      country: facts.country.trim() || null,
      language: facts.language.trim() || null,
      question: facts.question.trim() || null,
      answer: facts.answer.trim() || null,
      pool: pool.map(({id, capacity}) => ({memberId: id, capacity: capacity ? Number(capacity) : null})),
    }
    const answer = rule
      ? await client
          .mutation(UpdateAssignmentRuleDocument, {input: {id: rule.id, version: rule.version, ...input}})
          .toPromise()
      : await client.mutation(CreateAssignmentRuleDocument, {input}).toPromise()
    setBusy(false)
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  const takeAway = async (one: RuleRowFragment) => {
    if (!(await remove(one))) close()
  }
  return (
    <Making
      title={rule ? t`Change ${rule.name}` : t`New rule`}
      act={rule ? t`Save` : undefined}
      width={560}
      dirty={written !== before}
      saving={busy}
      problems={problems}
      fields={fields}
      save={() => void save()}
      remove={rule && mayRemove ? () => void takeAway(rule) : undefined}
      close={close}
    >
      <Field
        label={t`Name`}
        required
        dir="auto"
        maxLength={200}
        value={name}
        onValue={setName}
        why={whyOf(problems, 'name')}
      />
      <Asked
        facts={facts}
        set={setFacts}
        problems={problems}
        legend={t`For which leads? What is left open fits all.`}
      />
      <Pool pool={pool} set={setPool} why={whyOf(problems, 'pool')} />
      <Select
        label={t`Who of them gets the next one`}
        value={strategy}
        onValue={(next) => setStrategy(next as AssignmentStrategy)}
      >
        {(Object.keys(strategies) as AssignmentStrategy[]).map((one) => (
          <option key={one} value={one}>
            {strategies[one]}
          </option>
        ))}
      </Select>
      <label className="check">
        <input type="checkbox" checked={hours} onChange={(event) => setHours(event.target.checked)} />
        <Trans>Only who is at work at that moment</Trans>
      </label>
    </Making>
  )
}
