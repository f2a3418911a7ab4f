import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconBuilding, IconPencil, IconPlus} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import type {TeamBranchFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {Said} from '../../ui/said'
import type {Branch} from '../tree'
import type {TeamDraft} from '../team_draft'

interface Props {
  branch: Branch<TeamBranchFragment>
  change: ((draft: TeamDraft) => void) | undefined
}

/** A team with its manager, its office and its people; the teams that are part of it hang below. */
export function TeamBranch({branch: {team, below}, change}: Props) {
  const {t} = useLingui()
  return (
    <li>
      <article className="team" aria-label={team.name}>
        <div className="told">
          <h2 className="own" dir="auto">
            {team.name}
          </h2>
          <p className="quiet">
            {team.manager ? (
              <span>
                <Trans>
                  Led by <Said text={team.manager.name} />
                </Trans>
              </span>
            ) : (
              <Trans>Nobody leads it</Trans>
            )}
            {team.office ? (
              <span className="office">
                <IconBuilding size={12} aria-hidden />
                <bdi>{team.office}</bdi>
              </span>
            ) : null}
          </p>
        </div>
        <Link to="/settings/members" search={{team: team.id}} className="crew">
          <span className="faces" aria-hidden>
            {team.members.nodes.slice(0, 4).map(({id, name}) => (
              <Avatar key={id} name={name} size={22} plain />
            ))}
          </span>
          <Plural value={team.members.totalCount} one="# member" other="# members" />
        </Link>
        {change ? (
          <span className="do">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`New team below ${team.name}`}
              title={t`New team below`}
              onClick={() => change({below: team.id})}
            >
              <IconPlus size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Change ${team.name}`}
              title={t`Change or move`}
              onClick={() => change({team})}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </span>
        ) : null}
      </article>
      {below.length ? (
        <ul>
          {below.map((one) => (
            <TeamBranch key={one.team.id} branch={one} change={change} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}
