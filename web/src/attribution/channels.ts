import {useLingui} from '@lingui/react/macro'
import {useMemo} from 'react'
import type {LeadChannel} from '../gql/graphql'

/** By which way somebody came, in words. */
export function useChannels() {
  const {t} = useLingui()
  return useMemo<Record<LeadChannel, string>>(
    () => ({
      ORGANIC: t`Search engine`,
      PAID: t`Advert`,
      SOCIAL: t`Social network`,
      REFERRAL: t`Another site`,
      EMAIL: t`E-mail campaign`,
      DIRECT: t`Came straight to us`,
    }),
    [t],
  )
}
