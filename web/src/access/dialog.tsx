import './access.css'
import {useLingui} from '@lingui/react/macro'
import {Dialog} from '../ui/dialog'
import {Onlookers} from './parts/onlookers'
import {Shares} from './parts/shares'

interface Props {
  id: string
  name: string
  /** Whether one may share it at all. */
  may: boolean
  close: () => void
}

/** Who can see a record and why; with whom it is shared, and sharing it with one more. */
export default function AccessDialog({id, name, may, close}: Props) {
  const {t} = useLingui()
  return (
    <Dialog title={t`Who can see ${name}`} width={560} onClose={close}>
      <div className="access">
        <Shares id={id} may={may} />
        <Onlookers id={id} />
      </div>
    </Dialog>
  )
}
