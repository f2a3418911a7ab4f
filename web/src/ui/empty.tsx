import './empty.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconCloudOff} from '@tabler/icons-react'
import {type ReactNode, useEffect, useEffectEvent} from 'react'
import type {CombinedError} from 'urql'

/** A place without records: what it is for and what to do next. */
export function Empty({
  icon,
  title,
  children,
  actions,
}: {
  icon: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="empty">
      {icon}
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="do">{actions}</div> : null}
    </div>
  )
}

const PAUSE = 4000

/** What could not be read, said in its own place, with a way to try again and the number to tell support. */
export function Failed({error, retry}: {error: CombinedError; retry: () => void}) {
  useAgain(retry, Boolean(error.networkError))
  const request = error.graphQLErrors.map((one) => one.extensions.requestId).find((id) => typeof id === 'string')
  return (
    <div className="trouble" role="alert">
      {error.networkError ? <IconCloudOff size={16} /> : null}
      <span>
        {error.networkError ? <Trans>The server does not answer.</Trans> : <Trans>This part could not be read.</Trans>}
        {request ? (
          <>
            {' '}
            <Trans>
              Request <span className="ltr">{request}</span>
            </Trans>
          </>
        ) : null}
      </span>
      <button type="button" onClick={retry}>
        <Trans>Try again</Trans>
      </button>
    </div>
  )
}

/** Where the server did not answer, it is asked again: after some seconds, and at once when the line is back. */
function useAgain(retry: () => void, lost: boolean) {
  const again = useEffectEvent(retry)
  useEffect(() => {
    if (!lost) return
    const online = () => again()
    const timer = setInterval(online, PAUSE * (1 + Math.random()))
    addEventListener('online', online)
    return () => {
      clearInterval(timer)
      removeEventListener('online', online)
    }
  }, [lost])
}

/** A grey shape of what is coming; it appears only after 150 ms. */
export function Bone({inline, block = 12}: {inline: string | number; block?: number}) {
  return <span className="bone" style={{inlineSize: inline, blockSize: block}} />
}

/** In the place of a heading that is coming: one without words is none for who listens to the page. */
export function BoneTitle({inline, block}: {inline: number; block: number}) {
  const {t} = useLingui()
  return (
    <>
      <Bone inline={inline} block={block} />
      <span className="vh">{t`Loading`}</span>
    </>
  )
}
