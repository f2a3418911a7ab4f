import './explorer.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {Paper} from '../ui/paper'
import {Desk} from './desk'

/** Asks the graph as a program does: what comes is what the token may see. */
export function Explorer() {
  const {t} = useLingui()
  return (
    <Paper
      wide
      title={t`API explorer`}
      lead={
        <Trans>
          Ask as yourself, or as a program of yours with a token made under{' '}
          <Link className="plain" to="/settings/security">
            Security
          </Link>
          : you see what it may see, and what you change is really changed. A token that you paste is kept nowhere. All
          types and fields are in the{' '}
          <Link className="plain" to="/settings/reference">
            API reference
          </Link>
          .
        </Trans>
      }
    >
      <Desk />
    </Paper>
  )
}
