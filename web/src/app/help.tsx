import './help.css'
import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useAllActions} from '../ui/actions'
import {Dialog} from '../ui/dialog'
import {Keys} from '../ui/keys'

/** Every key that works on this page: read from the actions themselves, never written twice. */
export default function Help({close}: {close: () => void}) {
  const {t} = useLingui()
  const all = useAllActions()
  const [actions] = useState(all)
  const seen = new Set<string>()
  const shown = actions.filter(({keys}) => keys && !seen.has(keys) && seen.add(keys))
  return (
    <Dialog title={t`Keyboard`} width={460} onClose={close}>
      <dl className="help">
        {shown.map(({id, label, keys = ''}) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
