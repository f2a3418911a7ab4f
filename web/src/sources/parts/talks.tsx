import {useLingui} from '@lingui/react/macro'
import type {SourceRowFragment} from '../../gql/graphql'
import {Copyable} from '../../ui/secret'
import {Section} from '../../ui/section'

/** How a telephone or chat system tells of talks with people who are no leads yet. */
export function TalkDoor({source: {id}}: {source: SourceRowFragment}) {
  const {t} = useLingui()
  const said = `mutation { logTalk(input: {sourceId: "${id}", externalId: "1", answered: true, phone: "+97225550100"}) { problems { code } } }`
  return (
    <Section
      title={t`From your telephone or chat`}
      lead={t`Its system sends this with a token after each talk. Who spoke becomes a lead, and a talk that was answered stops the response clock.`}
    >
      <div className="inside source-places">
        <div className="field">
          <span className="label">{t`Address`}</span>
          <Copyable text={`${location.origin}/graphql`} label={t`Address`} />
        </div>
        <div className="field">
          <span className="label">{t`What it sends`}</span>
          <Copyable text={said} label={t`What it sends`} />
        </div>
      </div>
    </Section>
  )
}
