import {useLingui} from '@lingui/react/macro'
import {useMemo} from 'react'
import type {AssignmentStep, LeadStatus, ResponseChannel, ResponseKind, UnfitReason, VisitIntent} from '../gql/graphql'

/** What is said of leads, in words. */
export function useLeadWords() {
  const {t} = useLingui()
  return useMemo(() => {
    const statuses: Record<LeadStatus, string> = {
      NEW: t({message: 'New', context: 'lead'}),
      WORKING: t`Working`,
      QUALIFIED: t({message: 'Qualified', context: 'lead'}),
      CONVERTED: t`Converted`,
      UNFIT: t`Unfit`,
    }
    const reasons: Record<UnfitReason, string> = {
      NO_NEED: t`Needs nothing of ours`,
      NO_BUDGET: t`No budget`,
      WRONG_PERSON: t`The wrong person`,
      UNREACHABLE: t`Cannot be reached`,
      COMPETITOR: t`A competitor`,
      DUPLICATE: t`Is here already`,
      SPAM: t`Spam`,
      OTHER: t`Another reason`,
    }
    const intents: Record<VisitIntent, string> = {
      PRICING: t`Prices`,
      PRODUCT: t`Products`,
      CONTACT: t`Contact page`,
      RETURNING: t`Came back`,
      LONG: t`Stayed long`,
    }
    const happened: Record<ResponseKind, string> = {
      RECEIVED: t`Came in`,
      ASSIGNED: t`Assigned`,
      SEEN: t`Seen`,
      AUTOMATIC: t`Automatic reply`,
      ATTEMPTED: t`Tried`,
      CONTACTED: t`Reached`,
      ESCALATED: t`Escalated`,
    }
    const ways: Record<ResponseChannel, string> = {
      CALL: t`by phone`,
      MEETING: t`in a meeting`,
      MAIL: t`by e-mail`,
      CHAT: t`by chat`,
    }
    return {statuses, reasons, happened, ways, intents}
  }, [t])
}

/** Why a rule, or one of its people, did not get a lead. */
export function useStepWords(): Record<AssignmentStep, string> {
  const {t} = useLingui()
  return useMemo(
    () => ({
      OTHER_SOURCE: t`came from another source`,
      OTHER_PRODUCT: t`is about another product`,
      OTHER_COUNTRY: t`is in another country`,
      OTHER_LANGUAGE: t`speaks another language`,
      OTHER_ANSWER: t`answered something else`,
      NOBODY_FREE: t`nobody is free`,
      HAS_LEFT: t`has left`,
      NOT_AT_WORK: t`is not at work now`,
      IS_FULL: t`has as many leads as allowed`,
      CHOSEN: t`chosen`,
    }),
    [t],
  )
}

/** What an answer that is kept in the list is about. */
export const openStatuses = ['NEW', 'WORKING', 'QUALIFIED'] as const satisfies LeadStatus[]
export const unfitReasons = [
  'NO_NEED',
  'NO_BUDGET',
  'WRONG_PERSON',
  'UNREACHABLE',
  'COMPETITOR',
  'DUPLICATE',
  'SPAM',
  'OTHER',
] as const satisfies UnfitReason[]
