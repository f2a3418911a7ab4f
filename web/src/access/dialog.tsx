import './access.css'
import {useLingui} from '@lingui/react/macro'
import {Dialog} from '../ui/dialog'
import {Onlookers} from './parts/onlookers'
import {Shares} from './parts/shares'

/** Who can see a record and why; with whom it is shared, and sharing it with one more. */
export default function AccessDialog({id, name, close}: {id: string; name: string; close: () => void}) {
  const {t} = useLingui()
  return (
    <Dialog title={t`Who can see ${name}`} width={560} onClose={close}>
      <div className="access">
        <Shares id={id} />
        <Onlookers id={id} />
      </div>
    </Dialog>
  )
}
