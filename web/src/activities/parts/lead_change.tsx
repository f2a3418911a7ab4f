import {Trans, useLingui} from '@lingui/react/macro'
import type {TimelineLineFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'

/** What changed about a lead, in a line of a timeline. */
export default function LeadChange({entry: {kind, lead, leadEvent}}: {entry: TimelineLineFragment}) {
  const {t} = useLingui()
  const {span} = useFormats()
  const words: Record<string, string> = {
    NEW: t({message: 'New', context: 'lead'}),
    WORKING: t`Working`,
    QUALIFIED: t({message: 'Qualified', context: 'lead'}),
    CONVERTED: t`Converted`,
    UNFIT: t`Unfit`,
  }
  const {fromStatus, toStatus, seconds, toOwner, unfitRemark} = leadEvent ?? {}
  const what = <bdi>{lead?.name ?? '–'}</bdi>
  const who = <bdi>{toOwner?.name}</bdi>
  if (kind === 'LEAD_CREATED') return <Trans>Lead {what} came in</Trans>
  if (kind === 'LEAD_OWNER') return toOwner ? <Trans>Handed to {who}</Trans> : <Trans>Handed to nobody</Trans>
  const [before, after] = [words[fromStatus ?? ''] ?? '–', words[toStatus ?? ''] ?? '–']
  const stay = seconds == null ? null : span(seconds)
  const remark = unfitRemark ? <bdi> — {unfitRemark}</bdi> : null
  return (
    <>
      {stay ? (
        <Trans>
          {before} to {after}, after {stay}
        </Trans>
      ) : (
        <Trans>
          {before} to {after}
        </Trans>
      )}
      {remark}
    </>
  )
}
