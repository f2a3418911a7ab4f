import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useClient} from 'urql'
import {CreateTeamDocument, DeleteTeamDocument, type TeamBranchFragment, UpdateTeamDocument} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Select} from '../../ui/select'
import {usePeople} from '../people'
import type {TeamDraft} from '../team_draft'
import {within} from '../tree'

interface Props {
  draft: TeamDraft
  teams: TeamBranchFragment[]
  close: () => void
}

/** A new team, or another name, office, manager or place for one that is there. */
export default function TeamForm({draft: given, teams, close}: Props) {
  const [draft] = useState(given)
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const {people} = usePeople()
  const team = 'team' in draft ? draft.team : undefined
  const [name, setName] = useState(team?.name ?? '')
  const [office, setOffice] = useState(team?.office ?? '')
  const [manager, setManager] = useState(team?.manager?.id)
  const [parent, setParent] = useState((team ? team.parent?.id : (draft as {below?: string}).below) ?? '')
  const own = team ? within(teams, team.id) : new Set<string>()
  const [before] = useState(() => JSON.stringify([name, office, manager, parent]))
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const done = (refused: Problem[], said: string) => {
    setBusy(false)
    setProblems(refused)
    if (refused.length) return
    say(said)
    close()
  }
  const unanswered = t`The server does not answer. Nothing was changed.`
  const save = async () => {
    setBusy(true)
    const input = {
      name: name.trim(),
      office: office.trim() || null,
      managerId: manager ?? null,
      parentId: parent || null,
    }
    const answer = team
      ? await client.mutation(UpdateTeamDocument, {input: {id: team.id, version: team.version, ...input}}).toPromise()
      : await client.mutation(CreateTeamDocument, {input}).toPromise()
    done(problemsOf(answer, unanswered), t`Saved`)
  }
  const remove = async () => {
    if (!team) return
    setBusy(true)
    const answer = await client.mutation(DeleteTeamDocument, {input: {id: team.id, version: team.version}}).toPromise()
    done(problemsOf(answer, unanswered), t`${team.name} deleted`)
  }
  return (
    <Making
      title={team ? t`Change ${team.name}` : t`New team`}
      act={team ? t`Save` : undefined}
      dirty={JSON.stringify([name, office, manager, parent]) !== before}
      saving={busy}
      problems={problems}
      fields={['name', 'office', 'managerId', 'parentId']}
      save={() => void save()}
      remove={team ? () => void remove() : undefined}
      close={close}
    >
      <Field label={t`Name`} dir="auto" maxLength={200} value={name} onValue={setName} why={whyOf(problems, 'name')} />
      <Field
        label={t`Office`}
        dir="auto"
        maxLength={200}
        value={office}
        onValue={setOffice}
        why={whyOf(problems, 'office')}
      />
      <Picked label={t`Manager`} why={whyOf(problems, 'managerId')}>
        <Chooser
          label={t`Choose a manager`}
          choices={people.map((one) => ({
            value: one.id,
            label: one.name,
            icon: <Avatar name={one.name} size={20} plain />,
          }))}
          value={manager}
          name={team?.manager?.name}
          onChange={setManager}
        />
      </Picked>
      <Select label={t`Part of`} value={parent} onValue={setParent} why={whyOf(problems, 'parentId')}>
        <option value="">{t`No other team`}</option>
        {teams
          .filter(({id: other}) => !own.has(other))
          .map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
      </Select>
    </Making>
  )
}
