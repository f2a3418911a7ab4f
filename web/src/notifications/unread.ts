import {useCallback, useEffect} from 'react'
import {useQuery} from 'urql'
import {UnreadNotificationsDocument} from '../gql/graphql'
import {useFresh} from '../ui/fresh'
import {isLive} from '../ui/live'

const PAUSE = 45_000

/**
 * How many notifications are unread. The count is read again when a notification is told live; where that cannot be had,
 * it is asked for now and then while the page is looked at, and when somebody comes back to it.
 */
export function useUnread() {
  const [{data}, ask] = useQuery({query: UnreadNotificationsDocument})
  const look = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(look)
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !isLive()) look()
    }, PAUSE)
    return () => {
      clearInterval(timer)
    }
  }, [look])
  return {count: data?.unreadNotifications ?? 0, look}
}
