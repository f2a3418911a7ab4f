import {useEffect} from 'react'
import {useClient} from 'urql'
import {tellLive} from '../ui/live'

/** Listens to what others change, from when the page has come to rest; the connection is fetched only then. */
export function useListening(me: string, forget: () => void) {
  const client = useClient()
  useEffect(() => {
    let end: (() => void) | undefined
    let left = false
    if (typeof WebSocket === 'undefined') {
      tellLive('out')
      return
    }
    const begin = () => {
      import('./listen').then(
        ({listen}) => {
          if (!left) end = listen({client, me, forget})
        },
        () => undefined,
      )
    }
    const ready = typeof requestIdleCallback === 'function' ? requestIdleCallback(begin, {timeout: 3_000}) : undefined
    if (ready === undefined) setTimeout(begin, 1_000)
    return () => {
      left = true
      if (ready !== undefined) cancelIdleCallback(ready)
      end?.()
    }
  }, [client, me, forget])
}
