import {useLingui} from '@lingui/react/macro'
import {IconCheck, IconRepeat} from '@tabler/icons-react'
import type {CSSProperties} from 'react'
import {signs, useWords} from '../../activities'
import {Avatar} from '../../ui/avatar'
import {useFormats} from '../../ui/formats'
import {instantOf} from '../../ui/wall'
import {dayAt} from '../days'
import {useDesk} from '../desk'
import {type Item, mayStretch} from '../items'
import {useKeys} from '../keys'

const hues = [216, 150, 28, 285, 345, 185]

/** One thing in a calendar: Enter opens it, Space lifts it. Whose it is is said by initials besides the colour. */
export function CalendarItem({item, style}: {item: Item; style?: CSSProperties}) {
  const {items, held, open, people} = useDesk()
  const onKeyDown = useKeys(item)
  const told = useTold(item)
  const {activity, ghost} = item
  const {kind, subject, status, owner} = activity
  const Sign = status === 'DONE' ? IconCheck : ghost ? IconRepeat : signs[kind]
  const place = people.findIndex(({id}) => id === owner?.id)
  const many = people.length > 1
  const whole = items.find(({key}) => key === item.key) ?? item
  return (
    <button
      type="button"
      className="event"
      data-item={item.key}
      data-status={status}
      data-ghost={ghost || undefined}
      data-held={held?.key === item.key || undefined}
      data-short={item.end - item.start < 45 || undefined}
      style={{...style, '--hue': hues[Math.max(0, place) % hues.length]} as CSSProperties}
      aria-label={told}
      title={told}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        // Space is what lifts and drops: it does not open as well.
        if (event.code === 'Space') event.preventDefault()
      }}
      onClick={() => open(whole)}
    >
      <span className="what">
        <Sign size={13} />
        <bdi className="own">{subject}</bdi>
        {many && owner ? <Avatar name={owner.name} size={16} plain /> : null}
      </span>{' '}
      <Hours item={item} />
      {mayStretch(whole) ? <span className="grip" data-grip aria-hidden /> : null}
    </button>
  )
}

function Hours({item: {start, end, whole}}: {item: Item}) {
  const {time} = useFormats()
  if (whole) return null
  return (
    <bdi className="hours num" dir="ltr">
      {time(instantOf(start))}–{time(instantOf(end))}
    </bdi>
  )
}

/** All of it in one sentence, for those who listen: first what is read, in its order, so that it can be said to be pressed. */
function useTold({activity, start, end, whole, ghost}: Item): string {
  const {t} = useLingui()
  const {kinds} = useWords()
  const {dayInFull, time} = useFormats()
  const {kind, subject, status, owner} = activity
  const hours = whole ? null : `${time(instantOf(start))}–${time(instantOf(end))}`
  const state = ghost ? t`would repeat then` : status === 'DONE' ? t`done` : null
  const day = dayInFull(dayAt(start))
  return [`${kinds[kind]}: ${subject}`, hours, day, owner?.name, state].filter(Boolean).join(', ')
}
