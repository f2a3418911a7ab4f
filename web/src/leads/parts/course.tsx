import {Trans, useLingui} from '@lingui/react/macro'
import {
  IconCheck,
  IconEye,
  IconInbox,
  IconPhoneOutgoing,
  IconRobot,
  IconUrgent,
  IconUserShare,
} from '@tabler/icons-react'
import type {LeadWholeFragment, ResponseKind} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'
import {useLeadWords} from '../words'

const signs: Record<ResponseKind, typeof IconCheck> = {
  RECEIVED: IconInbox,
  ASSIGNED: IconUserShare,
  SEEN: IconEye,
  AUTOMATIC: IconRobot,
  ATTEMPTED: IconPhoneOutgoing,
  CONTACTED: IconCheck,
  ESCALATED: IconUrgent,
}

/** What happened since it came in, and how long after: in all, and in the time in which the company works. */
export function Course({lead, deep}: {lead: LeadWholeFragment; deep?: boolean}) {
  const {t} = useLingui()
  const {span, moment, momentInFull} = useFormats()
  const {happened, ways} = useLeadWords()
  return (
    <Part title={t`Response clock`} deep={deep}>
      <ol className="lead-course">
        {lead.responseEvents.map(({id, kind, channel, at, by, wallSeconds, businessSeconds}) => {
          const Sign = signs[kind]
          const [after, working] = [span(wallSeconds), span(businessSeconds)]
          return (
            <li key={id} data-kind={kind}>
              <span className="sign">
                <Sign size={13} stroke={2} />
              </span>
              <span className="told">
                <strong>
                  {happened[kind]}
                  {channel ? <> {ways[channel]}</> : null}
                </strong>
                <small className="num">
                  {by ? (
                    <>
                      <bdi>{by.name}</bdi>
                      {' · '}
                    </>
                  ) : null}
                  <time dateTime={at} title={momentInFull(at)}>
                    {kind === 'RECEIVED' ? (
                      moment(at)
                    ) : businessSeconds === wallSeconds ? (
                      <Trans>after {after}</Trans>
                    ) : (
                      <Trans>
                        after {after}, {working} at work
                      </Trans>
                    )}
                  </time>
                </small>
              </span>
            </li>
          )
        })}
      </ol>
    </Part>
  )
}
