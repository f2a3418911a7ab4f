import type {TypedDocumentNode} from 'urql'
import {
  AccountPlannedDocument,
  AccountTimelineDocument,
  ContactPlannedDocument,
  ContactTimelineDocument,
  DealPlannedDocument,
  DealTimelineDocument,
  LeadPlannedDocument,
  LeadTimelineDocument,
  type TimelineEntryFilter,
  type TimelineKind,
  type TimelinePageFragment,
} from '../gql/graphql'
import type {Hanger} from './records'

interface Told {
  timeline: TimelinePageFragment
}

/** One of them is there: the record that was asked for. */
export interface Answer {
  deal?: Told | null
  account?: Told | null
  contact?: Told | null
  lead?: Told | null
}

interface Paged extends Record<string, unknown> {
  id: string
  filter: TimelineEntryFilter | null
  first: number
  after?: string | null
}

export const timelines = {
  deal: DealTimelineDocument,
  account: AccountTimelineDocument,
  contact: ContactTimelineDocument,
  lead: LeadTimelineDocument,
} as unknown as Record<Hanger['kind'], TypedDocumentNode<Answer, Paged>>

export const plans = {
  deal: DealPlannedDocument,
  account: AccountPlannedDocument,
  contact: ContactPlannedDocument,
  lead: LeadPlannedDocument,
} as unknown as Record<Hanger['kind'], TypedDocumentNode<Answer, {id: string}>>

export const told = ({deal, account, contact, lead}: Answer) => (deal ?? account ?? contact ?? lead)?.timeline

/** What a timeline can be narrowed to. */
export const shows = ['NOTE', 'CALL', 'MEETING', 'TASK', 'FILE', 'CHANGES'] as const
export type Show = (typeof shows)[number]

const changes: TimelineKind[] = [
  'DEAL_CREATED',
  'STAGE',
  'AMOUNT',
  'CLOSE_DATE',
  'LOSS_REASON',
  'OWNER',
  'ACCOUNT_CREATED',
  'CONTACT_CREATED',
  'LEAD_CREATED',
  'LEAD_STATUS',
  'LEAD_OWNER',
]

export function filterOf(show: Show | undefined): TimelineEntryFilter | null {
  if (!show) return null
  return {kind: show === 'CHANGES' ? {in: changes} : {eq: show}}
}
