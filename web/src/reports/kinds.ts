import {useLingui} from '@lingui/react/macro'
import type {ActivityKind} from '../gql/graphql'

/** What the kinds of activities are called, many of them. */
export function useKinds(): Record<ActivityKind, string> {
  const {t} = useLingui()
  return {CALL: t`Calls`, MEETING: t`Meetings`, TASK: t`Tasks`, NOTE: t`Notes`}
}
