import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus, IconShieldCheck} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {type RoleWholeFragment, RolesDocument} from '../gql/graphql'
import {useRoleWords} from '../members'
import {useActions} from '../ui/actions'
import {Bone, Failed} from '../ui/empty'
import {Paper} from '../ui/paper'
import {Section, SectionRow} from '../ui/section'
import {Tag} from '../ui/tag'
import {countDifferences, matrixOf, readyOf} from './matrix'

/** The ready-made roles, and those that the company made on them. */
export function Roles() {
  const {t} = useLingui()
  const navigate = useNavigate()
  const [{data, error}, again] = useQuery({query: RolesDocument, requestPolicy: 'cache-and-network'})
  const roles = data?.roles ?? []
  const own = roles.filter(({customRole}) => customRole)
  const make = () => void navigate({to: '/settings/roles/$id', params: {id: 'new'}, search: {base: 'REP'}})
  useActions([{id: 'new-role', label: t`New role`, keys: 'C', icon: <IconPlus size={16} />, run: make}])
  return (
    <Paper
      title={t`Roles`}
      lead={t`A role says which records a member sees and changes, which fields are hidden, and what else is allowed.`}
      actions={
        <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={make}>
          <Trans>New role</Trans>
        </Button>
      }
    >
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {!data && !error ? <Bone inline="100%" block={200} /> : null}
      {data ? (
        <>
          <Section title={t`The company’s own`} lead={t`Each stands on a ready-made role and says what is different.`}>
            {own.length ? (
              <ul className="section-rows">
                {own.map((role) => (
                  <RoleRow key={role.customRole?.id} role={role} />
                ))}
              </ul>
            ) : (
              <p className="nothing">
                <Trans>None yet: the ready-made ones do for most companies.</Trans>
              </p>
            )}
          </Section>
          <Section title={t`Ready-made`} lead={t`They come with Kesher and cannot be changed.`}>
            <ul className="section-rows">
              {roles
                .filter(({customRole}) => !customRole)
                .map((role) => (
                  <RoleRow key={role.role} role={role} />
                ))}
            </ul>
          </Section>
        </>
      ) : null}
    </Paper>
  )
}

function RoleRow({role}: {role: RoleWholeFragment}) {
  const words = useRoleWords()
  const {customRole, role: base, members} = role
  const differences = customRole ? countDifferences(matrixOf(role), readyOf(role)) : 0
  return (
    <SectionRow
      icon={<IconShieldCheck size={20} stroke={1.5} />}
      title={
        <Link className="plain" to="/settings/roles/$id" params={{id: customRole?.id ?? base}}>
          <bdi>{customRole?.name ?? words[base].name}</bdi>
        </Link>
      }
      tags={
        customRole ? (
          <Tag>
            <Trans>on {words[base].name}</Trans>
          </Tag>
        ) : undefined
      }
      more={
        customRole ? (
          <>
            {customRole.about ? <bdi>{customRole.about}</bdi> : null}
            {customRole.about ? ' · ' : null}
            <Plural value={differences} one="# difference" other="# differences" />
          </>
        ) : (
          words[base].about
        )
      }
    >
      <span className="quiet num">
        <Plural value={members} _0="nobody" one="# member" other="# members" />
      </span>
    </SectionRow>
  )
}
