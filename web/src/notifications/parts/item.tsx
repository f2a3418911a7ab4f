import {useLingui} from '@lingui/react/macro'
import {IconAt, IconBell, IconCircle, IconCircleFilled} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import type {KeyboardEvent} from 'react'
import type {NotificationLineFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {useFormats} from '../../ui/formats'
import {placeOf} from '../places'
import {step} from './steps'

interface Props {
  notice: NotificationLineFragment
  mark: (id: string, read: boolean) => Promise<string | null>
  refused: (why: string | null) => void
  left?: () => void
}

/** One thing told: it leads to its record, and is read by being followed. */
export function NotificationItem({notice, mark, refused, left}: Props) {
  const {t} = useLingui()
  const {time, momentInFull} = useFormats()
  const {id, kind, text, at, actor, readAt} = notice
  const unread = !readAt
  const turn = () => void mark(id, unread).then(refused)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = {ArrowDown: 1, KeyJ: 1, ArrowUp: -1, KeyK: -1}[event.code]
    if (by) step(event.currentTarget.closest<HTMLElement>('.notices'), by)
    else if (event.code === 'KeyU') turn()
    else return
    event.preventDefault()
  }
  return (
    // The keys work on whichever of its two elements has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li data-notice={id} data-unread={unread || undefined} onKeyDown={onKeyDown}>
      {actor ? (
        <Avatar name={actor.name} size={28} plain />
      ) : (
        <span className="sign" aria-hidden>
          <IconBell size={15} />
        </span>
      )}
      <Link
        {...placeOf(notice)}
        onClick={() => {
          if (unread) turn()
          left?.()
        }}
      >
        <span className="text" dir="auto">
          {text}
        </span>
        <small>
          {kind === 'activities.mentioned' ? <IconAt size={12} aria-hidden /> : null}
          <time dateTime={at} title={momentInFull(at)} className="num">
            {time(at)}
          </time>
        </small>
        {unread ? <span className="vh">{t`Unread`}</span> : null}
      </Link>
      <button
        type="button"
        title={unread ? t`Mark as read (U)` : t`Mark as unread (U)`}
        aria-label={unread ? t`Mark as read: ${text}` : t`Mark as unread: ${text}`}
        onClick={turn}
      >
        {unread ? <IconCircleFilled size={10} /> : <IconCircle size={10} />}
      </button>
    </li>
  )
}
