import {useRouter} from '@tanstack/react-router'
import {useEffect} from 'react'
import {useClient} from 'urql'

import {browserOf} from '../ui/browser'
import {mendHere} from './device'

const REST = 8_000

/** What a message on this device opens is shown here; and this browser stays the device that it is. */
export function useTold(member: string) {
  const {history} = useRouter()
  const client = useClient()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const hear = ({data, ports}: MessageEvent<{open?: string} | null>) => {
      if (!data?.open?.startsWith('/')) return
      ports[0]?.postMessage('heard')
      history.push(data.open)
    }
    navigator.serviceWorker.addEventListener('message', hear)
    const timer = setTimeout(() => {
      mendHere(client, member, browserOf(navigator.userAgent)).catch(() => undefined)
    }, REST)
    return () => {
      navigator.serviceWorker.removeEventListener('message', hear)
      clearTimeout(timer)
    }
  }, [client, history, member])
}
