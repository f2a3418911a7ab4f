import {Trans, useLingui} from '@lingui/react/macro'
import {useEffect, useState} from 'react'
import {useFormats} from '../../ui/formats'
import type {Kept} from '../draft'

const BEAT = 1_000

/** How far the leads are weighed anew after a change of the rules. */
export function Weighing({weighing, again}: {weighing: NonNullable<Kept['weighing']>; again: () => void}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const {done, total, finishedAt} = weighing
  const busy = finishedAt == null
  const [seen, setSeen] = useState(busy)
  if (busy && !seen) setSeen(true)
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(again, BEAT)
    return () => {
      clearInterval(timer)
    }
  }, [busy, again])
  if (!seen) return null
  const far = number(Math.min(done, total))
  const all = number(total)
  return (
    <div className="ripeness-weighing" role="status">
      <span>
        {busy ? (
          <Trans>
            Leads weighed anew: {far} of {all}
          </Trans>
        ) : (
          <Trans>All leads are weighed by these rules.</Trans>
        )}
      </span>
      {busy ? <progress aria-label={t`How far it is`} value={Math.min(done, total)} max={Math.max(1, total)} /> : null}
    </div>
  )
}
