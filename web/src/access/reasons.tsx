import {Trans, useLingui} from '@lingui/react/macro'
import {IconSitemap} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import type {EffectiveRightsQuery} from '../gql/graphql'
import {useRoleWords} from '../members'
import {useRightsWords} from '../roles'
import {Section, SectionRow} from '../ui/section'
import {Tag} from '../ui/tag'

export type Effective = NonNullable<EffectiveRightsQuery['effectiveRights']>

/** Where rights come from: the role, the teams, what was shared. */
export function Reasons({found: {role, customRole, teams, shared}}: {found: Effective}) {
  const {t} = useLingui()
  const words = useRoleWords()
  const rights = useRightsWords()
  const why = {
    MEMBER: t`is in it`,
    MANAGER: t`leads it`,
    BELOW: t`is part of an own team; counts for “team’s and below”`,
  }
  return (
    <Section title={t`Where it comes from`}>
      <ul className="section-rows">
        <SectionRow
          title={
            <Link className="plain" to="/settings/roles/$id" params={{id: customRole?.id ?? role}}>
              <bdi>{customRole?.name ?? words[role].name}</bdi>
            </Link>
          }
          tags={
            <Tag tone="accent">
              <Trans>role</Trans>
            </Tag>
          }
          more={customRole ? t`a role of the company’s own, on ${words[role].name}` : words[role].about}
        />
        {teams.map(({team, reason}) => (
          <SectionRow
            key={team.id}
            icon={<IconSitemap size={16} stroke={1.5} />}
            title={<bdi>{team.name}</bdi>}
            tags={
              <Tag>
                <Trans>team</Trans>
              </Tag>
            }
            more={why[reason]}
          />
        ))}
        {shared.length ? (
          <SectionRow
            title={shared.map(({object, records}) => `${rights.object(object)}: ${records}`).join(' · ')}
            tags={
              <Tag>
                <Trans>shared</Trans>
              </Tag>
            }
            more={t`records of others that were opened to this member or to a team of theirs`}
          />
        ) : null}
      </ul>
    </Section>
  )
}
