import {useLingui} from '@lingui/react/macro'
import {Dialog} from '../ui/dialog'
import {NotificationList} from './parts/list'

/** The latest of what a member was told, over whatever page he is on. */
export default function NotificationPanel({close}: {close: () => void}) {
  const {t} = useLingui()
  return (
    <Dialog title={t`Notifications`} place="side" width={420} onClose={close}>
      <NotificationList left={close} />
    </Dialog>
  )
}
