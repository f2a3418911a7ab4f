import {useLingui} from '@lingui/react/macro'
import {Paper} from '../ui/paper'
import {Devices} from './parts/devices'
import {Passkeys} from './parts/passkeys'
import {Tokens} from './parts/tokens'

/** How a member signs in, where he is signed in, and which programs act for him. */
export function Security() {
  const {t} = useLingui()
  return (
    <Paper title={t`Security`}>
      <Devices />
      <Passkeys />
      <Tokens
        path="/identity/tokens"
        title={t`API tokens`}
        lead={t`A program that shows a token of yours may do what you may. It is shown once, when it is made.`}
        nothing={t`No program acts for you.`}
        expires
      />
    </Paper>
  )
}
