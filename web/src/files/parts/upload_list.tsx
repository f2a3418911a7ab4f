import '../files.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconAlertTriangle, IconClock, IconFileCheck, IconUpload, IconX} from '@tabler/icons-react'
import {useFormats} from '../../ui/formats'
import {useSizes} from '../sizes'
import type {Upload, useUploads} from '../uploads'

const signs = {
  held: IconClock,
  waiting: IconClock,
  sending: IconUpload,
  remark: IconFileCheck,
  refused: IconAlertTriangle,
  lost: IconAlertTriangle,
}

/** What is on its way, and what did not get there, with the reason beside it. */
export default function UploadList({sent}: {sent: ReturnType<typeof useUploads>}) {
  const {uploads, drop, retry} = sent
  if (!uploads.length) return null
  return (
    <ul className="uploads">
      {uploads.map((one) => (
        <Line key={one.key} one={one} drop={() => drop(one.key)} retry={() => retry(one.key)} />
      ))}
    </ul>
  )
}

function Line({one, drop, retry}: {one: Upload; drop: () => void; retry: () => void}) {
  const {t} = useLingui()
  const {percent} = useFormats()
  const {sized} = useSizes()
  const {file, state, share, why} = one
  const {name} = file
  const Icon = signs[state]
  const done = Math.floor(share * 100)
  const under = state === 'sending'
  return (
    <li data-upload={state}>
      <Icon size={16} stroke={1.75} />
      <div className="two">
        <span className="own" dir="auto">
          {name}
        </span>
        {under ? (
          <div role="progressbar" aria-label={name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={done}>
            <div style={{inlineSize: `${done}%`}} />
          </div>
        ) : null}
        <small role={state === 'refused' || state === 'lost' ? 'alert' : undefined}>
          {why ?? (state === 'lost' ? <Trans>The connection broke. Nothing of it was kept.</Trans> : null)}
          {state === 'held' ? sized(file.size) : null}
          {state === 'waiting' ? <Trans>Waiting for its turn</Trans> : null}
          {under ? `${percent(done / 100)} · ${sized(file.size)}` : null}
        </small>
      </div>
      {state === 'lost' ? (
        <button type="button" className="word" onClick={retry}>
          <Trans>Try again</Trans>
        </button>
      ) : null}
      <button
        type="button"
        title={under ? t`Cancel` : t`Take away`}
        aria-label={under ? t`Cancel ${name}` : t`Take away ${name}`}
        onClick={drop}
      >
        <IconX size={14} />
      </button>
    </li>
  )
}
