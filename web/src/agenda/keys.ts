import {useLingui} from '@lingui/react/macro'
import type {KeyboardEvent} from 'react'
import {useFormats} from '../ui/formats'
import {useSay} from '../ui/say'
import {instantOf} from '../ui/wall'
import {DAY, dayAt} from './days'
import {useDesk} from './desk'
import {type Held, held as heldOf, isSame, shifted, STEP} from './holding'
import {type Item, mayMove, mayStretch} from './items'

const arrows: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** By keyboard: arrows go over the items, Space lifts one, arrows carry it, Shift stretches it, Space drops, Esc returns. */
export function useKeys(item: Item) {
  const {items, held, hold, drop} = useDesk()
  const say = useSay()
  const words = useSaid()
  const own = items.find(({key}) => key === item.key) ?? item
  const lifted = held?.by === 'keys' && held.key === item.key ? held : null
  return (event: KeyboardEvent<HTMLElement>) => {
    const arrow = arrows[event.code]
    const rtl = document.documentElement.dir === 'rtl'
    const [across = 0, down = 0] = arrow ?? []
    const days = rtl ? -across : across
    if (event.code === 'Space' && !lifted && mayMove(own)) {
      hold(heldOf(own, 'keys'))
      say(words.lifted(own))
    } else if (lifted && (event.code === 'Space' || event.code === 'Enter')) {
      drop(lifted)
      say(words.dropped(own, lifted))
    } else if (lifted && event.code === 'Escape') {
      hold(null)
      say(words.back(own))
    } else if (lifted && arrow) {
      const next = reached(own, lifted, {days, down, stretch: event.shiftKey, weeks: inMonth(event.currentTarget)})
      hold(next)
      say(words.at(next))
    } else if (arrow && !event.shiftKey) neighbour(event.currentTarget, across, down)?.focus()
    else return
    event.preventDefault()
  }
}

interface Push {
  days: number
  down: number
  stretch: boolean
  weeks: boolean
}

function reached(item: Item, held: Held, {days, down, stretch, weeks}: Push): Held {
  if (stretch && !weeks) {
    return mayStretch(item) ? {...held, end: Math.max(held.start + STEP, held.end + down * STEP)} : held
  }
  const step = weeks ? 7 * DAY : held.whole ? 0 : STEP
  return shifted(held, days * DAY + down * step)
}

const inMonth = (element: HTMLElement) => element.closest('[data-month]') !== null

/** The nearest item that way, as the eye sees it. */
function neighbour(from: HTMLElement, across: number, down: number): HTMLElement | null {
  const here = from.getBoundingClientRect()
  let best: HTMLElement | null = null
  let least = Infinity
  for (const other of document.querySelectorAll<HTMLElement>('.calendar [data-item]')) {
    const there = other.getBoundingClientRect()
    const x = there.left + there.width / 2 - here.left - here.width / 2
    const y = there.top - here.top
    const ahead = across ? x * across : y * down
    const aside = across ? Math.abs(y) : Math.abs(x)
    if (other === from || ahead <= 1) continue
    const far = ahead + aside * (across ? 0.5 : 4)
    if (far < least) [best, least] = [other, far]
  }
  return best
}

function useSaid() {
  const {t} = useLingui()
  const {dayInFull, time} = useFormats()
  const at = ({start, end, whole}: Held | Item) => {
    const day = dayInFull(dayAt(start))
    return whole ? day : `${day}, ${time(instantOf(start))}–${time(instantOf(end))}`
  }
  return {
    at,
    lifted: ({activity: {subject}}: Item) =>
      t`${subject} is lifted. Arrows carry it, Shift and an arrow stretch it, Space drops it, Esc returns it.`,
    dropped: (item: Item, held: Held) => {
      const {subject} = item.activity
      const when = at(held)
      return isSame(item, held) ? t`${subject} is where it was` : t`${subject}: ${when}`
    },
    back: ({activity: {subject}}: Item) => t`${subject} is where it was`,
  }
}
