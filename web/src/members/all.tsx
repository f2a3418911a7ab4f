import './members.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconUserPlus, IconUsers} from '@tabler/icons-react'
import {getRouteApi} from '@tanstack/react-router'
import {Suspense, useCallback, useMemo, useState} from 'react'
import {MemberListDocument, type MemberRole, type MemberStatus} from '../gql/graphql'
import {useActions} from '../ui/actions'
import {Chooser} from '../ui/chooser'
import {Empty, Failed} from '../ui/empty'
import {Find} from '../ui/find'
import {late} from '../ui/late'
import {usePages} from '../ui/pages'
import {Paper} from '../ui/paper'
import {useManages} from './may'
import {MemberTable} from './parts/table'
import {useStandings} from './parts/standing'
import {usePeople} from './people'
import {useRoleWords} from './roles'
import {filterOf, type PeopleView} from './view'

const Invite = late(() => import('./parts/invite'))
const route = getRouteApi('/settings/members')
const PAGE = 50

export function Members() {
  const {t} = useLingui()
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const manages = useManages()
  const [inviting, setInviting] = useState(false)
  const [count, setCount] = useState<number>()
  const set = useCallback(
    (change: Partial<PeopleView>) => void navigate({search: (was) => ({...was, ...change}), replace: true}),
    [navigate],
  )
  const pages = usePages({
    document: MemberListDocument,
    variables: useMemo(() => ({filter: filterOf(view), search: view.q ?? null, first: PAGE}), [view]),
    pick: ({members}) => {
      if (members.totalCount !== count) setCount(members.totalCount)
      return members
    },
    fresh: true,
  })
  useActions(
    manages
      ? [
          {
            id: 'invite',
            label: t`Invite a member`,
            keys: 'C',
            icon: <IconUserPlus size={16} />,
            run: () => setInviting(true),
          },
        ]
      : [],
  )
  const asked = Boolean(view.q || view.status || view.role || view.team)
  return (
    <Paper
      wide
      title={t`Members`}
      tags={
        <p className="quiet num" role="status">
          {count === undefined ? null : <Plural value={count} one="# member" other="# members" />}
        </p>
      }
      actions={
        manages ? (
          <Button size="compact-md" leftSection={<IconUserPlus size={14} />} onClick={() => setInviting(true)}>
            <Trans>Invite</Trans>
          </Button>
        ) : undefined
      }
    >
      <PeopleFilters view={view} set={set} />
      {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
      {pages.loaded && !pages.stale && pages.nodes.length === 0 ? (
        <Empty
          icon={<IconUsers size={28} stroke={1.5} />}
          title={asked ? t`Nobody is like this` : t`Nobody is here yet`}
          actions={
            asked ? (
              <Button variant="default" size="compact-md" onClick={() => void navigate({search: {}})}>
                <Trans>Show all</Trans>
              </Button>
            ) : undefined
          }
        />
      ) : (
        <MemberTable members={pages.nodes} loading={!pages.loaded} />
      )}
      {pages.hasMore ? (
        <Button variant="default" size="compact-md" loading={pages.fetching} onClick={pages.more}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      <Suspense>{inviting ? <Invite close={() => setInviting(false)} /> : null}</Suspense>
    </Paper>
  )
}

function PeopleFilters({view, set}: {view: PeopleView; set: (change: Partial<PeopleView>) => void}) {
  const {t} = useLingui()
  const {teams} = usePeople()
  const standings = useStandings()
  const words = useRoleWords()
  const ask = useCallback((q: string) => set({q: q || undefined}), [set])
  return (
    <div className="people-filters">
      <Find label={t`Search the members`} asked={view.q ?? ''} ask={ask} />
      <Chooser
        label={t`Status`}
        choices={Object.entries(standings).map(([value, {text}]) => ({value, label: text}))}
        value={view.status}
        onChange={(status) => set({status: status as MemberStatus | undefined})}
      />
      <Chooser
        label={t`Role`}
        choices={Object.entries(words).map(([value, {name}]) => ({value, label: name}))}
        value={view.role}
        onChange={(role) => set({role: role as MemberRole | undefined})}
      />
      {teams.length ? (
        <Chooser
          label={t`Team`}
          choices={teams.map(({id, name, office}) => ({value: id, label: name, more: office ?? undefined}))}
          value={view.team}
          onChange={(team) => set({team})}
        />
      ) : null}
    </div>
  )
}
