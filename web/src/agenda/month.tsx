import {Plural} from '@lingui/react/macro'
import {today, useFormats} from '../ui/formats'
import {useDesk} from './desk'
import {useDragging} from './drag'
import {type Item, onDay} from './items'
import {DaysOff} from './parts/days_off'
import {CalendarItem} from './parts/item'

const SHOWN = 3

/** Weeks below each other; what does not fit into a day is counted and leads to it. */
export function Month({days, on}: {days: readonly string[]; on: string}) {
  const {weekday} = useFormats()
  const drag = useDragging(useDesk())
  return (
    <div className="month" {...drag}>
      {days.slice(0, 7).map((day) => (
        <span key={day} className="name" aria-hidden>
          {weekday(day)}
        </span>
      ))}
      {days.map((day) => (
        <Cell key={day} day={day} other={day.slice(0, 7) !== on.slice(0, 7)} />
      ))}
    </div>
  )
}

function Cell({day, other}: {day: string; other: boolean}) {
  const {dayInFull} = useFormats()
  const {items, showDay, time, held} = useDesk()
  const all = [...onDay(items, day, true), ...onDay(items, day, false)]
  const shown = all.length > SHOWN ? kept(all, held?.key) : all
  const rest = all.length - shown.length
  return (
    <section
      className="cell"
      aria-label={dayInFull(day)}
      data-day={day}
      data-month=""
      data-other={other || undefined}
      data-rest={time.rests(day) || undefined}
      data-today={day === today() || undefined}
    >
      <button type="button" className="number num" aria-label={dayInFull(day)} onClick={() => showDay(day)}>
        {Number(day.slice(8))}
      </button>
      <DaysOff day={day} />
      {shown.map((item) => (
        <CalendarItem key={item.key} item={item} />
      ))}
      {rest ? (
        <button type="button" className="rest" onClick={() => showDay(day)}>
          <Plural value={rest} one="+# more" other="+# more" />
        </button>
      ) : null}
    </section>
  )
}

/** What is being carried is never among those that are only counted. */
function kept(all: Item[], key: string | null | undefined): Item[] {
  const first = all.slice(0, SHOWN - 1)
  const own = all.find((item) => item.key === key)
  return own && !first.includes(own) ? [...first.slice(0, -1), own] : first
}
