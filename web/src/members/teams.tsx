import './teams.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus, IconSitemap} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useQuery} from 'urql'
import {TeamTreeDocument} from '../gql/graphql'
import {useActions} from '../ui/actions'
import {Bone, Empty, Failed} from '../ui/empty'
import {late} from '../ui/late'
import {Paper} from '../ui/paper'
import {useManages} from './may'
import {TeamBranch} from './parts/team_branch'
import type {TeamDraft} from './team_draft'
import {treeOf} from './tree'

const TeamForm = late(() => import('./parts/team_form'))

/** The company's teams as a tree: a manager sees what his team and the teams below it have. */
export function Teams() {
  const {t} = useLingui()
  const manages = useManages()
  const [{data, error}, again] = useQuery({query: TeamTreeDocument, requestPolicy: 'cache-and-network'})
  const [draft, setDraft] = useState<TeamDraft | null>(null)
  const teams = data?.teams.nodes
  const fresh = () => setDraft({})
  useActions(manages ? [{id: 'new-team', label: t`New team`, keys: 'C', icon: <IconPlus size={16} />, run: fresh}] : [])
  const add = manages ? (
    <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={fresh}>
      <Trans>New team</Trans>
    </Button>
  ) : undefined
  return (
    <Paper
      title={t`Teams`}
      actions={add}
      lead={t`Whose scope is “team” works with what the members of the own team have; “team and below” adds the teams that are part of it.`}
    >
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {!data && !error ? <Bone inline="100%" block={160} /> : null}
      {teams?.length === 0 ? (
        <Empty icon={<IconSitemap size={28} stroke={1.5} />} title={t`There are no teams yet`} actions={add}>
          <Trans>Put those who work together in a team, and teams in larger ones.</Trans>
        </Empty>
      ) : null}
      {teams?.length ? (
        <ul className="team-tree">
          {treeOf(teams).map((branch) => (
            <TeamBranch key={branch.team.id} branch={branch} change={manages ? setDraft : undefined} />
          ))}
        </ul>
      ) : null}
      <Suspense>
        {draft && teams ? <TeamForm draft={draft} teams={teams} close={() => setDraft(null)} /> : null}
      </Suspense>
    </Paper>
  )
}
