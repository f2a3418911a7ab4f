import {useCallback, useEffect} from 'react'
import {useQuery} from 'urql'
import {UnreadNotificationsDocument} from '../gql/graphql'
import {useFresh} from '../ui/fresh'

const PAUSE = 45_000

/**
 * How many notifications are unread: asked now and then while the page is looked at, and when somebody comes back to it.
 * This is the one place that asks: whoever is told of news in another way calls `look`.
 */
export function useUnread() {
  const [{data}, ask] = useQuery({query: UnreadNotificationsDocument})
  const look = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(look)
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') look()
    }, PAUSE)
    return () => {
      clearInterval(timer)
    }
  }, [look])
  return {count: data?.unreadNotifications ?? 0, look}
}
