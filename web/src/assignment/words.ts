import {useLingui} from '@lingui/react/macro'
import type {AssignmentStep, AssignmentStrategy} from '../gql/graphql'

/** How rules choose, and why they do not. */
export function useAssignmentWords() {
  const {t} = useLingui()
  const strategies: Record<AssignmentStrategy, string> = {
    FIXED: t`the first who is free`,
    ROUND_ROBIN: t`in turns`,
    LEAST_BUSY: t`who has the fewest open leads`,
  }
  const steps: Record<AssignmentStep, string> = {
    OTHER_SOURCE: t`another source`,
    OTHER_PRODUCT: t`another product`,
    OTHER_COUNTRY: t`another country`,
    OTHER_LANGUAGE: t`another language`,
    OTHER_ANSWER: t`another answer`,
    NOBODY_FREE: t`nobody is free`,
    HAS_LEFT: t`has left`,
    NOT_AT_WORK: t`is not at work now`,
    IS_FULL: t`has as many leads as allowed`,
    CHOSEN: t`chosen`,
  }
  return {strategies, steps}
}
