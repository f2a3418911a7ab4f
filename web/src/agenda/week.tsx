import {useLingui} from '@lingui/react/macro'
import {type CSSProperties, useEffect, useRef} from 'react'
import {today, useFormats} from '../ui/formats'
import {instantOf, wallOf} from '../ui/wall'
import {DAY, midnight} from './days'
import {useDesk} from './desk'
import {useDragging} from './drag'
import {onDay} from './items'
import {inLanes} from './lanes'
import {DaysOff} from './parts/days_off'
import {CalendarItem} from './parts/item'
import {useClock} from './clock'

/** The hour that a calendar opens at. */
const EARLY = 8
const hours = Array.from({length: 24}, (_, hour) => hour)
const part = (minutes: number) => `${String((minutes / DAY) * 100)}%`

/** Days side by side with their hours; what has no hour stands above them. */
export function Week({days}: {days: readonly string[]}) {
  const {t} = useLingui()
  const {time} = useFormats()
  const desk = useDesk()
  const frame = useRef<HTMLDivElement>(null)
  const drag = useDragging(desk)
  const [first] = days
  useEffect(() => {
    const {current} = frame
    const row = current?.querySelector<HTMLElement>('.hour')
    if (current && row) current.scrollTop = row.offsetHeight * (EARLY - 0.5)
  }, [])
  return (
    <div className="week" ref={frame} style={{'--days': days.length} as CSSProperties} {...drag}>
      <div className="heads">
        <span className="corner" />
        {days.map((day) => (
          <Head key={day} day={day} />
        ))}
        <span className="corner quiet">{t`All day`}</span>
        {days.map((day) => (
          <AllDay key={day} day={day} />
        ))}
      </div>
      <div className="body">
        <div className="scale" aria-hidden>
          {hours.map((hour) => (
            <span key={hour} className="hour num">
              {hour && first ? <bdi dir="ltr">{time(instantOf(midnight(first) + hour * 60))}</bdi> : null}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <Column key={day} day={day} />
        ))}
      </div>
    </div>
  )
}

function Head({day}: {day: string}) {
  const {weekday, dayInFull} = useFormats()
  const {showDay} = useDesk()
  const [short, date] = [weekday(day), Number(day.slice(8))]
  return (
    <h2 className="head" data-today={day === today() || undefined}>
      <button type="button" aria-label={`${short} ${date}, ${dayInFull(day)}`} onClick={() => showDay(day)}>
        <span>{short}</span> <b className="num">{date}</b>
      </button>
    </h2>
  )
}

function AllDay({day}: {day: string}) {
  const {items, time} = useDesk()
  return (
    <div className="all-day" data-day={day} data-rest={time.rests(day) || undefined}>
      <DaysOff day={day} />
      {onDay(items, day, true).map((item) => (
        <CalendarItem key={item.key} item={item} />
      ))}
    </div>
  )
}

function Column({day}: {day: string}) {
  const {items, held, time} = useDesk()
  const {opens, closes} = time.stretch(day)
  const placed = inLanes(onDay(items, day, false))
  const begins = midnight(day)
  const drawn = held && held.key === null && !held.whole && held.start >= begins && held.start < begins + DAY
  return (
    <div
      className="column"
      data-day={day}
      data-hours="24"
      data-rest={time.rests(day) || undefined}
      style={{'--opens': part(opens), '--closes': part(closes)} as CSSProperties}
    >
      {placed.map(({item, lane, lanes}) => (
        <CalendarItem
          key={item.key}
          item={item}
          style={{
            insetBlockStart: part(item.start - begins),
            blockSize: part(item.end - item.start),
            insetInlineStart: `${String((lane / lanes) * 100)}%`,
            inlineSize: `calc(${String(100 / lanes)}% - 3px)`,
          }}
        />
      ))}
      {drawn ? (
        <div
          className="drawn"
          style={{insetBlockStart: part(held.start - begins), blockSize: part(held.end - held.start)}}
        />
      ) : null}
      {day === today() ? <Now begins={begins} /> : null}
    </div>
  )
}

function Now({begins}: {begins: number}) {
  const now = useClock()
  return <div className="now" style={{insetBlockStart: part(wallOf(now) - begins)}} />
}
