import {Trans} from '@lingui/react/macro'
import {IconAlertCircle, IconCheck, IconClock, IconPhoneOutgoing} from '@tabler/icons-react'
import {useFormats} from '../../ui/formats'
import {Tag} from '../../ui/tag'
import {type Clocked, standingOf, useNow} from '../clock'

/**
 * How long somebody has waited for an answer, told by a word, a sign and a tone, and going on while it is looked at.
 * It is `calm` where the working time says beside it whether this is too long.
 */
export function Waiting({lead, calm}: {lead: Clocked; calm?: boolean}) {
  const {span, momentInFull} = useFormats()
  const standing = standingOf(lead, useNow())
  if (standing.is === 'closed') return null
  const time = <bdi className="num">{span(standing.seconds)}</bdi>
  if (standing.is === 'reached') {
    return (
      <span className="lead-waiting">
        <Tag icon={<IconCheck size={12} />}>
          <Trans>Reached in {time}</Trans>
        </Tag>
      </span>
    )
  }
  const {is} = standing
  const escalated = is === 'waiting' && Boolean(lead.escalation)
  const tone = escalated ? 'bad' : calm && standing.tone === 'bad' ? 'warn' : standing.tone
  const Sign = is === 'tried' ? IconPhoneOutgoing : tone === 'bad' ? IconAlertCircle : IconClock
  return (
    <span className="lead-waiting" title={momentInFull(lead.receivedAt)}>
      <Tag tone={tone} icon={<Sign size={12} />}>
        {escalated ? (
          <Trans>Escalated, {time}</Trans>
        ) : is === 'tried' ? (
          <Trans>Tried, waits {time}</Trans>
        ) : tone === 'good' ? (
          <Trans>New, {time}</Trans>
        ) : tone === 'warn' ? (
          <Trans>Waits {time}</Trans>
        ) : (
          <Trans>Waits long: {time}</Trans>
        )}
      </Tag>
    </span>
  )
}
