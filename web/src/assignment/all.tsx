import './assignment.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus, IconRoute} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {
  AssignmentRulesDocument,
  MoveAssignmentRuleDocument,
  type RuleRowFragment,
  UpdateAssignmentRuleDocument,
} from '../gql/graphql'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {Bone, Empty, Failed} from '../ui/empty'
import {late} from '../ui/late'
import {Paper} from '../ui/paper'
import {type Problem, problemsOf} from '../ui/problems'
import {Refused} from '../ui/refused'
import {useSay} from '../ui/say'
import {Section} from '../ui/section'
import {RuleRow} from './parts/rule_row'
import {WhoWould} from './parts/who_would'

const RuleForm = late(() => import('./parts/rule_form'))

/** The rules that give leads away, in the order in which they are asked, and a trial of them. */
export function AssignmentRules() {
  const {t} = useLingui()
  const may = useGrants('AssignmentRule')
  const [editing, setEditing] = useState<RuleRowFragment | 'new' | null>(null)
  const [{data, error}, again] = useQuery({query: AssignmentRulesDocument, requestPolicy: 'cache-and-network'})
  const {problems, change} = useChanges()
  const add = () => setEditing('new')
  const icon = <IconPlus size={16} />
  useActions(may.create ? [{id: 'new-rule', label: t`New rule`, keys: 'C', icon, run: add}] : [])
  const adding = may.create ? (
    <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={add}>
      <Trans>New rule</Trans>
    </Button>
  ) : undefined
  const rules = [...(data?.assignmentRules ?? [])].sort((a, b) => a.position - b.position)
  return (
    <Paper
      title={t`Lead assignment`}
      lead={t`The first rule that fits and has somebody free gives a new lead away. Where none does, its source’s owner gets it.`}
      actions={adding}
    >
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {data || error ? null : <Bone inline="100%" block={160} />}
      <Refused problems={problems} />
      {data && !rules.length ? (
        <Empty icon={<IconRoute size={28} stroke={1.5} />} title={t`There is no rule yet`} actions={adding}>
          <Trans>Begin with one for everybody, in turns: then no lead waits for somebody to take it.</Trans>
        </Empty>
      ) : null}
      {rules.length ? (
        <Section title={t`Rules, in their order`}>
          <ol className="section-rows">
            {rules.map((rule, place) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                place={place}
                last={place === rules.length - 1}
                edit={may.update ? () => setEditing(rule) : undefined}
                move={(to) => void change.move(rule, to)}
                toggle={() => void change.toggle(rule)}
              />
            ))}
          </ol>
        </Section>
      ) : null}
      {may.update && rules.length ? <WhoWould /> : null}
      <Suspense>
        {editing ? (
          <RuleForm
            rule={editing === 'new' ? undefined : editing}
            mayRemove={may.remove}
            close={() => setEditing(null)}
          />
        ) : null}
      </Suspense>
    </Paper>
  )
}

function useChanges() {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const [problems, setProblems] = useState<Problem[]>([])
  const unanswered = t`The server does not answer. Nothing was changed.`
  const told = (refused: Problem[]) => {
    setProblems(refused)
    say(refused[0]?.message ?? t`Saved`)
  }
  const change = {
    move: async ({id}: RuleRowFragment, position: number) =>
      told(
        problemsOf(await client.mutation(MoveAssignmentRuleDocument, {input: {id, position}}).toPromise(), unanswered),
      ),
    toggle: async ({id, version, active}: RuleRowFragment) => {
      const input = {id, version, active: !active}
      told(problemsOf(await client.mutation(UpdateAssignmentRuleDocument, {input}).toPromise(), unanswered))
    },
  }
  return {problems, change}
}
