import './line.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconX} from '@tabler/icons-react'
import {useState, useSyncExternalStore} from 'react'
import {useClient} from 'urql'
import {isOutdated, readMissed, useListening, watchOutdated} from '../live'
import {useMe} from '../members'
import {useFormats} from '../ui/formats'
import {liveStanding, watchLive} from '../ui/live'
import {forgetKept, shownAsOf, watchKept} from './kept'
import {useNewer} from './newer'
import {useTold} from '../push'

/** What must be known wherever one is: that the line is gone, that nothing is told live, that there is a newer version. */
export default function Line() {
  const {time} = useFormats()
  const online = useSyncExternalStore(watchLine, () => navigator.onLine)
  const since = useSyncExternalStore(watchKept, shownAsOf)
  const live = useSyncExternalStore(watchLive, liveStanding)
  const outdated = useSyncExternalStore(watchOutdated, isOutdated)
  const newer = useNewer()
  const {t} = useLingui()
  const [known, setKnown] = useState(false)
  const {id} = useMe().member
  useListening(id, forgetKept)
  useTold(id)
  if (since !== null) {
    const at = time(new Date(since).toISOString())
    return (
      <div className="net-line" role="status">
        <Trans>Offline: shown as of {at}. Changes are not taken until the line is back.</Trans>
      </div>
    )
  }
  if (!online) {
    return (
      <div className="net-line" role="status">
        <Trans>You are offline. Changes are not taken until the line is back.</Trans>
      </div>
    )
  }
  if (outdated) return <Outdated />
  if (live === 'out' && !known) {
    return (
      <div className="net-line net-line--still" role="status">
        <Trans>Not live at the moment: what others change shows when you come back to the page.</Trans>
        <button type="button" aria-label={t`Close`} onClick={() => setKnown(true)}>
          <IconX size={14} />
        </button>
      </div>
    )
  }
  if (!newer) return null
  return (
    <div className="net-line net-line--newer" role="status">
      <Trans>A new version is there.</Trans>
      <button type="button" onClick={newer}>
        <Trans>Load it</Trans>
      </button>
    </div>
  )
}

/** What stands there stays and is asked for again by itself; who cannot wait asks now. */
function Outdated() {
  const client = useClient()
  return (
    <div className="net-line net-line--still" role="status">
      <Trans>Not up to date. Trying again…</Trans>
      <button type="button" onClick={() => readMissed(client)}>
        <Trans>Try now</Trans>
      </button>
    </div>
  )
}

function watchLine(changed: () => void) {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
