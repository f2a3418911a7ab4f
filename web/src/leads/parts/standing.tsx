import {IconArrowRight, IconCircleCheck, IconCircleX} from '@tabler/icons-react'
import type {LeadStatus} from '../../gql/graphql'
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
