import {useLingui} from '@lingui/react/macro'
import {Paper} from '../ui/paper'
import {NotificationList} from './parts/list'

/** All that a member was told. */
export function NotificationsPage() {
  const {t} = useLingui()
  return (
    <Paper title={t`Notifications`}>
      <NotificationList whole />
    </Paper>
  )
}
