import {useLingui} from '@lingui/react/macro'
import {IconChecklist, IconNote, IconPhone, IconUsersGroup} from '@tabler/icons-react'
import {useMemo} from 'react'
import type {ActivityKind, CallDirection, CallOutcome} from '../gql/graphql'

export const signs = {TASK: IconChecklist, CALL: IconPhone, MEETING: IconUsersGroup, NOTE: IconNote}

/** What kinds, directions and outcomes are called. */
export function useWords() {
  const {t} = useLingui()
  return useMemo(() => {
    const kinds: Record<ActivityKind, string> = {TASK: t`Task`, CALL: t`Call`, MEETING: t`Meeting`, NOTE: t`Note`}
    const outcomes: Record<CallOutcome, string> = {
      CONNECTED: t`Reached`,
      LEFT_MESSAGE: t`Left a message`,
      NO_ANSWER: t`No answer`,
      BUSY: t`Busy`,
      WRONG_NUMBER: t`Wrong number`,
    }
    const directions: Record<CallDirection, string> = {OUTBOUND: t`We called`, INBOUND: t`They called`}
    return {kinds, outcomes, directions}
  }, [t])
}
