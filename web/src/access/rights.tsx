import './rights.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconArrowLeft} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {EffectiveRightsDocument, type Verb} from '../gql/graphql'
import {useRightsWords} from '../roles'
import {Bone, Failed} from '../ui/empty'
import {Paper} from '../ui/paper'
import {Said} from '../ui/said'
import {Section, SectionRow} from '../ui/section'
import {Tag} from '../ui/tag'
import {type Effective, Reasons} from './reasons'

const route = getRouteApi('/settings/members/$id/rights')

type Grant = Effective['grants'][number]

/** What one member may do and see, each right with its reason. */
export function RightsPage() {
  const {t} = useLingui()
  const {id} = route.useParams()
  const [{data, error}, again] = useQuery({
    query: EffectiveRightsDocument,
    variables: {member: id},
    requestPolicy: 'cache-and-network',
  })
  const found = data?.effectiveRights
  const name = found?.member.name
  return (
    <Paper
      title={name ? t`What ${name} may do` : t`What a member may do`}
      actions={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconArrowLeft size={14} className="mirror" />}
          renderRoot={(props) => <Link to="/settings/members/$id" params={{id}} {...props} />}
        >
          <Trans>The member</Trans>
        </Button>
      }
    >
      {error && !found ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {!data && !error ? <Bone inline="100%" block={240} /> : null}
      {found ? (
        <>
          <Reasons found={found} />
          <Records found={found} />
          <Hidden found={found} />
          <Allowed found={found} />
        </>
      ) : null}
    </Paper>
  )
}

const order: Verb[] = ['READ', 'CREATE', 'UPDATE', 'DELETE', 'EXPORT', 'SHARE', 'BULK']

function Records({found: {grants, customRole}}: {found: Effective}) {
  const {t} = useLingui()
  const words = useRightsWords()
  const objects = [...new Set(grants.map(({object}) => object))]
  return (
    <Section title={t`Records`} lead={t`How far each right reaches, and what says so.`}>
      {objects.map((object) => (
        <div key={object} className="reach">
          <h3>{words.object(object)}</h3>
          <dl>
            {order.flatMap((verb) =>
              grants
                .filter((one) => one.object === object && one.verb === verb)
                .map((grant) => (
                  <div key={verb}>
                    <dt>{words.verbs[verb]}</dt>
                    <dd data-none={grant.scope === 'NONE' || undefined}>
                      {words.scopes[grant.scope]}
                      <Source grant={grant} own={customRole?.name} />
                    </dd>
                  </div>
                )),
            )}
          </dl>
        </div>
      ))}
    </Section>
  )
}

/** What says so: the company's own role where it differs, else the ready-made one. */
function Source({grant: {scope, ready}, own}: {grant: Grant; own: string | undefined}) {
  const words = useRightsWords()
  if (scope === ready || !own) return null
  return (
    <span className="quiet">
      <Trans>
        by <Said text={own} />; ready-made: {words.scopes[ready]}
      </Trans>
    </span>
  )
}

function Hidden({found: {fields}}: {found: Effective}) {
  const {t} = useLingui()
  const words = useRightsWords()
  return (
    <Section title={t`Fields`}>
      {fields.length ? (
        <ul className="section-rows">
          {fields.map(({object, field, rule}) => (
            <SectionRow
              key={`${object}.${field}`}
              title={`${words.object(object)}: ${words.field(field)}`}
              tags={<Tag tone="warn">{words.rules[rule]}</Tag>}
            />
          ))}
        </ul>
      ) : (
        <p className="nothing">
          <Trans>No field is hidden or read-only.</Trans>
        </p>
      )}
    </Section>
  )
}

function Allowed({found: {powers}}: {found: Effective}) {
  const {t} = useLingui()
  const words = useRightsWords()
  const held = powers.filter(({granted}) => granted)
  return (
    <Section
      title={t`For the whole company`}
      lead={
        <Plural value={held.length} _0="Nothing is allowed." one="# thing is allowed." other="# things are allowed." />
      }
    >
      {held.length ? (
        <ul className="section-rows">
          {held.map(({power, ready}) => (
            <SectionRow
              key={power}
              title={words.power(power).name}
              tags={
                ready ? undefined : (
                  <Tag tone="warn">
                    <Trans>by the own role</Trans>
                  </Tag>
                )
              }
              more={words.power(power).about}
            />
          ))}
        </ul>
      ) : null}
    </Section>
  )
}
