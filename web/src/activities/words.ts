import {useLingui} from '@lingui/react/macro'
import {IconChecklist, IconNote, IconPhone, IconUsersGroup} from '@tabler/icons-react'
import {useMemo} from 'react'
import type {ActivityKind, ActivityRowFragment, CallDirection, CallOutcome} from '../gql/graphql'

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

/** Whether another one comes once this one is over, and none where this one is deleted. */
export const repeats = ({status, series}: Pick<ActivityRowFragment, 'status' | 'series'>) =>
  status === 'OPEN' && series != null && series.endedAt == null

/** What it is called that an activity will not be done: as one does it, and as it is said of it. */
export function useCallingOff({kind, series}: Pick<ActivityRowFragment, 'kind' | 'series'>) {
  const {t} = useLingui()
  if (series) return {offer: t`Skip this one`, is: t`Skipped`}
  if (kind === 'TASK') return {offer: t`Will not be done`, is: t`Will not be done`}
  return {offer: t`Did not take place`, is: t`Did not take place`}
}
