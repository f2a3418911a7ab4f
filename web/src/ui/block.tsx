import './block.css'
import {Trans} from '@lingui/react/macro'
import {IconLock} from '@tabler/icons-react'
import {type ReactNode, useId} from 'react'
import type {CombinedError} from 'urql'
import {Failed} from './empty'

interface Props {
  title: ReactNode
  /** Which days or which moment the numbers are about. */
  about?: ReactNode
  aside?: ReactNode
  wide?: boolean
  error?: CombinedError
  retry: () => void
  /** What stands there until the answer comes, in its true shape; none once it has come. */
  waiting?: ReactNode
  children: ReactNode
}

/** One block of a page of numbers: it loads, fails and is refused by itself. */
export function Block({title, about, aside, wide, error, retry, waiting, children}: Props) {
  const id = useId()
  const hidden = error?.graphQLErrors.some(({extensions}) => extensions.code === 'FIELD_HIDDEN')
  return (
    <section className="block" aria-labelledby={id} data-wide={wide || undefined} aria-busy={waiting !== undefined}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {about ? <p className="num">{about}</p> : null}
        </div>
        {aside}
      </header>
      {hidden ? (
        <p className="locked">
          <IconLock size={16} />
          <Trans>Your role does not show what these numbers are made of.</Trans>
        </p>
      ) : error && waiting !== undefined ? (
        <Failed error={error} retry={retry} />
      ) : (
        (waiting ?? children)
      )}
    </section>
  )
}
