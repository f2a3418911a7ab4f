import {Trans, useLingui} from '@lingui/react/macro'
import {
  IconArrowsExchange,
  IconCalendarEvent,
  IconCoin,
  IconFlagOff,
  IconPaperclip,
  IconPlus,
  IconUserShare,
} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {Suspense} from 'react'
import {ActivityFiles} from '../../files'
import type {TimelineLineFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {withLeadWords} from '../../ui/lead_words'
import type {useDeeds} from '../deeds'
import type {Hanger} from '../records'
import {signs, useWords} from '../words'
import {ActivityItem} from './item'

const LeadChange = late(() => withLeadWords(() => import('./lead_change')))

interface Props {
  entry: TimelineLineFragment
  here: Hanger
  deeds: ReturnType<typeof useDeeds>
}

const changes = {
  DEAL_CREATED: IconPlus,
  ACCOUNT_CREATED: IconPlus,
  CONTACT_CREATED: IconPlus,
  LEAD_CREATED: IconPlus,
  LEAD_STATUS: IconArrowsExchange,
  LEAD_OWNER: IconUserShare,
  STAGE: IconArrowsExchange,
  AMOUNT: IconCoin,
  CLOSE_DATE: IconCalendarEvent,
  OWNER: IconUserShare,
  LOSS_REASON: IconFlagOff,
  FILE: IconPaperclip,
}

/** One line of a timeline: an activity, or what changed. */
export function Entry({entry, here, deeds}: Props) {
  const {ago, momentInFull} = useFormats()
  const {kinds} = useWords()
  const {kind, at, by, activity, deal} = entry
  const Sign = {...signs, ...changes}[kind]
  const who = activity ? (activity.doneBy ?? activity.author ?? activity.owner) : by
  return (
    <li data-kind={kind}>
      <span className="sign">
        <Sign size={15} stroke={1.75} />
      </span>
      <div className="told">
        {activity ? (
          <div className="written">
            <ActivityItem activity={activity} deeds={deeds} here={here} />
          </div>
        ) : (
          <p>
            {entry.kind.startsWith('LEAD') ? (
              <Suspense>
                <LeadChange entry={entry} />
              </Suspense>
            ) : (
              <Change entry={entry} />
            )}
          </p>
        )}
        {entry.attachment ? <ActivityFiles files={[entry.attachment]} /> : null}
        <small>
          {activity ? `${kinds[activity.kind]} · ` : null}
          {who ? (
            <>
              <bdi>{who.name}</bdi>
              {' · '}
            </>
          ) : null}
          {deal && !activity && deal.id !== here.id ? (
            <>
              <Link to="/deals/$id" params={{id: deal.id}}>
                <bdi>{deal.name}</bdi>
              </Link>
              {' · '}
            </>
          ) : null}
          <time dateTime={at} title={momentInFull(at)} className="num">
            {ago(at)}
          </time>
        </small>
      </div>
    </li>
  )
}

function Change({entry: {kind, dealEvent, deal, account, contact, attachment}}: {entry: TimelineLineFragment}) {
  const {money, day, span} = useFormats()
  const {fromStage, toStage, fromAmount, toAmount, fromOn, toOn, seconds, toOwner} = dealEvent ?? {}
  // People's words come as elements: a mark like <b> in a name stays what was typed.
  const own = (text: string | null | undefined) => <bdi>{text ?? '–'}</bdi>
  const [before, after] = [own(fromAmount && money(fromAmount)), own(toAmount && money(toAmount))]
  const [dayBefore, dayAfter] = [own(fromOn && day(fromOn)), own(toOn && day(toOn))]
  const stay = seconds == null ? null : span(seconds)
  const [left, entered] = [own(fromStage?.name), own(toStage?.name)]
  const what = own((kind === 'ACCOUNT_CREATED' ? account : kind === 'CONTACT_CREATED' ? contact : deal)?.name)
  const who = own(toOwner?.name)
  switch (kind) {
    case 'DEAL_CREATED':
      return (
        <Trans>
          Deal {what} opened in {entered}
        </Trans>
      )
    case 'ACCOUNT_CREATED':
      return <Trans>Account {what} added</Trans>
    case 'CONTACT_CREATED':
      return <Trans>Contact {what} added</Trans>
    case 'LOSS_REASON':
      return <Lost event={dealEvent} />
    case 'STAGE':
      if (dealEvent?.lossReason ?? dealEvent?.lossRemark) return <Lost event={dealEvent} />
      return stay ? (
        <Trans>
          {left} to {entered}, after {stay}
        </Trans>
      ) : (
        <Trans>
          {left} to {entered}
        </Trans>
      )
    case 'AMOUNT':
      return (
        <Trans>
          Amount from {before} to {after}
        </Trans>
      )
    case 'CLOSE_DATE':
      return (
        <Trans>
          Expected close from {dayBefore} to {dayAfter}
        </Trans>
      )
    case 'OWNER':
      return toOwner ? <Trans>Handed to {who}</Trans> : <Trans>Handed to another owner</Trans>
    case 'FILE': {
      const file = attachment ? own(attachment.name) : null
      return file ? <Trans>File {file} added</Trans> : <Trans>A file, taken away since</Trans>
    }
    default:
      return null
  }
}

/** Why it was lost, with the remark; also where somebody said otherwise later. */
function Lost({event}: {event: TimelineLineFragment['dealEvent']}) {
  const {t} = useLingui()
  const name = <bdi>{event?.lossReason?.name ?? t`no reason`}</bdi>
  const remark = event?.lossRemark ? <bdi>{event.lossRemark}</bdi> : null
  return remark ? (
    <Trans>
      Lost: {name} — {remark}
    </Trans>
  ) : (
    <Trans>Lost: {name}</Trans>
  )
}
