import {useLingui} from '@lingui/react/macro'
import type {StageKind} from '../gql/graphql'

/** What standing in a stage means for a deal, in words. */
export function useKinds(): Record<StageKind, string> {
  const {t} = useLingui()
  return {OPEN: t`Open`, WON: t`Won`, LOST: t`Lost`}
}
