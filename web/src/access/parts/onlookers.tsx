import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {OnlookersDocument, type OnlookersQuery} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {Bone, Failed} from '../../ui/empty'

type Onlooker = NonNullable<OnlookersQuery['whoCanSee']>['onlookers'][number]
type Sight = Onlooker['sights'][number]

/** Everybody who can see a record; why, for those who may know. */
export function Onlookers({id}: {id: string}) {
  const [{data, error}, again] = useQuery({
    query: OnlookersDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const found = data?.whoCanSee
  return (
    <section>
      <h3>
        {found ? (
          <Plural value={found.total} one="# person can see this" other="# people can see this" />
        ) : (
          <Trans>Who can see this</Trans>
        )}
      </h3>
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {!data && !error ? <Bone inline="100%" block={80} /> : null}
      {found ? (
        <ul className="onlookers">
          {found.onlookers.map((one) => (
            <Row key={one.member.id} onlooker={one} />
          ))}
        </ul>
      ) : null}
      {found && found.total > found.onlookers.length ? (
        <p className="quiet">
          <Plural value={found.total - found.onlookers.length} one="and # more" other="and # more" />
        </p>
      ) : null}
    </section>
  )
}

function Row({onlooker: {member, edits, sights}}: {onlooker: Onlooker}) {
  const reason = useReason()
  return (
    <li>
      <Avatar name={member.name} size={24} plain />
      <div className="told">
        <bdi>{member.name}</bdi>
        {sights.length ? <span className="quiet">{sights.map(reason).join(' · ')}</span> : null}
      </div>
      {edits === null ? null : (
        <span className="quiet">{edits ? <Trans>may edit</Trans> : <Trans>may read</Trans>}</span>
      )}
    </li>
  )
}

/** Why somebody sees a record, in words. */
function useReason(): (sight: Sight) => string {
  const {t} = useLingui()
  return ({reason, team}) => {
    const name = team?.name ?? ''
    switch (reason) {
      case 'OWNER':
        return t`owns it`
      case 'ROLE':
        return t`the role sees all`
      case 'TEAM':
        return t`the owner is in the own team ${name}`
      case 'BELOW':
        return t`the owner is in a team below: ${name}`
      case 'SHARED':
        return t`it was shared`
      case 'TEAM_SHARED':
        return t`it was shared with the team ${name}`
      case 'OTHER':
        return t`it hangs on something that is seen`
    }
  }
}
