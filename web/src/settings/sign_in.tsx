import {Trans, useLingui} from '@lingui/react/macro'
import {Paper} from '../ui/paper'
import {Copyable} from '../ui/secret'
import {Domains} from './parts/domains'
import {Limits} from './parts/limits'
import {Providers} from './parts/providers'
import {Tokens} from './parts/tokens'

/** How the company's people come in: its own sign-in, its domains, its directory, and how long a session lasts. */
export function SignInSettings() {
  const {t} = useLingui()
  return (
    <Paper title={t`Sign-in and domains`}>
      <Providers />
      <Domains />
      <Tokens
        path="/identity/scim-tokens"
        title={t`Directory (SCIM)`}
        lead={t`Your directory makes, changes and ends members by itself: who leaves it is signed out here at once.`}
        nothing={t`No directory is connected.`}
        more={({address}) =>
          address ? (
            <>
              <p className="quiet">
                <Trans>The address to give to your directory:</Trans>
              </p>
              <Copyable text={address} label={t`Address for the directory`} />
            </>
          ) : null
        }
      />
      <Limits />
    </Paper>
  )
}
