import './roles.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconArrowLeft, IconMoodEmpty} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {RolesDocument, type RoleWholeFragment} from '../gql/graphql'
import {useRoleWords} from '../members'
import {Bone, Empty, Failed} from '../ui/empty'
import {still} from '../ui/live'
import {Paper} from '../ui/paper'
import {Tag} from '../ui/tag'
import {Editor} from './editor'
import {type Catalogue, matrixOf} from './matrix'
import {FieldRules} from './parts/fields'
import {Grants} from './parts/grants'
import {Powers} from './parts/powers'

const route = getRouteApi('/settings/roles/$id')

/** One role: a ready-made one to read, one of the company's own to change, or a new one. */
export function RolePage() {
  const {t} = useLingui()
  const {id} = route.useParams()
  const {base} = route.useSearch()
  const words = useRoleWords()
  const [{data, error}, again] = useQuery({
    query: RolesDocument,
    requestPolicy: 'cache-and-network',
    context: still,
  })
  const roles = data?.roles ?? undefined
  const catalogue = data?.rightsCatalogue
  const on = roles?.find((one) => !one.customRole && one.role === (id === 'new' ? (base ?? 'REP') : id))
  const own = roles?.find(({customRole}) => customRole?.id === id)
  const role = own ?? on
  const title = own?.customRole?.name ?? (id === 'new' ? t`New role` : on ? words[on.role].name : t`Role`)
  return (
    <Paper
      wide
      title={<bdi>{title}</bdi>}
      tags={
        role ? (
          <>
            {own ? <Tag>{t`on ${words[own.role].name}`}</Tag> : id === 'new' ? null : <Tag>{t`Ready-made`}</Tag>}
            {id === 'new' ? null : (
              <span className="quiet num">
                <Plural value={role.members} _0="nobody" one="# member" other="# members" />
              </span>
            )}
          </>
        ) : undefined
      }
      actions={<Back />}
    >
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {!data && !error ? <Bone inline="100%" block={320} /> : null}
      {roles && catalogue && role ? (
        own || id === 'new' ? (
          <Editor
            key={own?.customRole ? `${own.customRole.id} ${own.customRole.version}` : 'new'}
            own={own}
            start={role}
            roles={roles}
            catalogue={catalogue}
          />
        ) : (
          <Ready role={role} catalogue={catalogue} />
        )
      ) : data ? (
        <Empty icon={<IconMoodEmpty size={28} stroke={1.5} />} title={t`There is no such role`} actions={<Back />} />
      ) : null}
    </Paper>
  )
}

function Back() {
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconArrowLeft size={14} className="mirror" />}
      renderRoot={(props) => <Link to="/settings/roles" {...props} />}
    >
      <Trans>All roles</Trans>
    </Button>
  )
}

function Ready({role, catalogue}: {role: RoleWholeFragment; catalogue: Catalogue}) {
  const words = useRoleWords()
  const matrix = matrixOf(role)
  const mayStand = catalogue.bases.includes(role.role)
  return (
    <>
      <div className="ready">
        <p>{words[role.role].about}</p>
        {mayStand ? (
          <Button
            variant="default"
            size="compact-md"
            renderRoot={(props) => (
              <Link to="/settings/roles/$id" params={{id: 'new'}} search={{base: role.role}} {...props} />
            )}
          >
            <Trans>Make a role on this one</Trans>
          </Button>
        ) : null}
      </div>
      <Grants matrix={matrix} base={matrix} objects={catalogue.objects} />
      <FieldRules matrix={matrix} objects={catalogue.objects} />
      <Powers matrix={matrix} base={matrix} powers={catalogue.powers} />
    </>
  )
}
