import {useLingui} from '@lingui/react/macro'
import {readable} from '../visits'

/** A quiet sign before the name of who is on the company's site now. */
export function Here({path}: {path: string}) {
  const {t} = useLingui()
  const said = t`On the site now: ${readable(path)}`
  return (
    <span className="lead-here" title={said}>
      <span className="vh">{said}</span>
    </span>
  )
}
