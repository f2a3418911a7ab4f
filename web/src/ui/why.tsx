import './inline.css'
import {Trans} from '@lingui/react/macro'
import {useState} from 'react'
import type {Refusal} from './edits'

/** What became of an edit, said where it was made: a refusal, or a colleague's change to take or to write over. */
export function Why({why, settle}: {why: Refusal; settle: (why: Refusal) => void}) {
  const [busy, setBusy] = useState(false)
  if (!why) return null
  if (typeof why === 'string') {
    return (
      <span className="inline-why" role="alert">
        {why}
      </span>
    )
  }
  const by = <bdi>{why.by}</bdi>
  const keep = async () => {
    setBusy(true)
    settle(await why.keep())
    setBusy(false)
  }
  return (
    <span className="inline-clash" role="alert">
      <span>
        {why.by ? (
          <Trans>{by} has changed this in the meantime.</Trans>
        ) : (
          <Trans>A colleague has changed this in the meantime.</Trans>
        )}
      </span>
      <button type="button" disabled={busy} onClick={() => settle(null)}>
        <Trans>Take theirs</Trans>
      </button>
      <button type="button" disabled={busy} onClick={() => void keep()}>
        <Trans>Keep mine</Trans>
      </button>
    </span>
  )
}
