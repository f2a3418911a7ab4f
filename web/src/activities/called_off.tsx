import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import type {ActivityRowFragment} from '../gql/graphql'

/** What is said once an activity will not be done: as it is shown, and as it is spoken. */
export function useCalledOff() {
  const {t} = useLingui()
  return useCallback(
    ({kind, subject, series}: Pick<ActivityRowFragment, 'kind' | 'subject' | 'series'>) => {
      const what = <bdi>{subject}</bdi>
      if (series) return {shown: <Trans>{what} skipped</Trans>, spoken: t`${subject} skipped`}
      if (kind === 'TASK')
        return {shown: <Trans>{what} will not be done</Trans>, spoken: t`${subject} will not be done`}
      return {shown: <Trans>{what} did not take place</Trans>, spoken: t`${subject} did not take place`}
    },
    [t],
  )
}
