import {useLingui} from '@lingui/react/macro'
import {useCallback, useEffect, useRef, useState} from 'react'
import {useSend} from '../ui/doors'
import {preflight} from '../ui/preflight'
import type {Problem} from '../ui/problems'

const HOUR = 3_600_000
const MINUTE = 60_000

interface Held {
  id: string
  token: string
  until: number
}

/** A token of the member's own: made at the first run, good for an hour, held by this page and revoked when it is left. */
export function useOwnToken() {
  const {t} = useLingui()
  const send = useSend()
  const held = useRef<Held>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const take = useCallback(async (): Promise<string | undefined> => {
    const now = Date.now()
    if (held.current && held.current.until > now + MINUTE) return held.current.token
    const until = now + HOUR
    const asked = {name: t`API explorer`, expiresAt: new Date(until).toISOString()}
    const answer = await send<{id: string; token: string}>('/identity/tokens', asked)
    setProblems(answer.problems)
    if (answer.data) held.current = {...answer.data, until}
    return answer.data?.token
  }, [send, t])
  useEffect(() => {
    const end = () => {
      if (held.current) revoke(held.current.id)
      held.current = null
    }
    addEventListener('pagehide', end)
    return () => {
      removeEventListener('pagehide', end)
      end()
    }
  }, [])
  return {take, problems}
}

/** Sent even while the page goes; where it does not arrive, the hour ends the token. */
function revoke(id: string) {
  const headers = {...preflight, 'content-type': 'application/json', accept: 'application/json'}
  const body = JSON.stringify({id})
  fetch('/identity/tokens/revoke', {method: 'POST', keepalive: true, headers, body}).catch(() => undefined)
}
