import {Trans, useLingui} from '@lingui/react/macro'
import {IconArrowRight, IconCircleCheck, IconCircleX, IconPlant2} from '@tabler/icons-react'
import type {LeadStatus} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {Tag, type Tone} from '../../ui/tag'
import {useLeadWords} from '../words'

const tones: Record<LeadStatus, Tone> = {NEW: 'accent', WORKING: '', QUALIFIED: 'good', CONVERTED: 'good', UNFIT: ''}

/** How a lead stands, in one word. */
export function Status({status}: {status: LeadStatus}) {
  const {statuses} = useLeadWords()
  const icon =
    status === 'CONVERTED' ? (
      <IconArrowRight size={12} className="mirror" />
    ) : status === 'QUALIFIED' ? (
      <IconCircleCheck size={12} />
    ) : status === 'UNFIT' ? (
      <IconCircleX size={12} />
    ) : undefined
  return (
    <Tag tone={tones[status]} icon={icon}>
      {statuses[status]}
    </Tag>
  )
}

/** That a lead is ripe by what the company goes by, and since when. */
export function Ripe({at}: {at: string}) {
  const {t} = useLingui()
  const {momentInFull} = useFormats()
  const since = momentInFull(at)
  return (
    <span title={t`Ripe since ${since}`}>
      <Tag tone="good" icon={<IconPlant2 size={12} />}>
        <Trans>Ripe</Trans>
      </Tag>
    </span>
  )
}

/** A score from 0 to 100 as a number and a bar of that length. */
export function Score({value}: {value: number}) {
  return (
    <span className="lead-score">
      <span className="num">{value}</span>
      <span className="gauge" aria-hidden>
        <i style={{inlineSize: `${value}%`}} />
      </span>
    </span>
  )
}
