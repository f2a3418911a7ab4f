import {useLingui} from '@lingui/react/macro'
import {useEffect, useRef} from 'react'
import {useDeeds} from '../activities'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import type {Desk} from './desk'
import type {Held} from './holding'
import type {CalendarView} from './view'

interface Page {
  desk: Desk
  go: (to: CalendarView) => void
  turn: (by: 1 | -1) => void
  toToday: () => void
  make: (() => void) | undefined
  again: () => void
}

/** The keys of the page; an item that has the focus takes its own first. Arrows follow the eye. */
export function usePageKeys({desk, go, turn, toToday, make, again}: Page) {
  const {t} = useLingui()
  const deeds = useDeeds(again)
  const able = useGrants('Activity').update
  const ahead = document.documentElement.dir === 'rtl' ? -1 : 1
  const focused = () => {
    const key = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item
    return desk.items.find((item) => item.key === key && !item.ghost)?.activity
  }
  useActions([
    {id: 'new', label: t`New in the calendar`, keys: 'C', able: make !== undefined, run: () => make?.()},
    {id: 'today', label: t`Go to today`, keys: 'T', run: toToday},
    {id: 'after', label: t`The days after`, keys: 'J', run: () => turn(1)},
    {id: 'before', label: t`The days before`, keys: 'K', run: () => turn(-1)},
    {id: 'turn-right', label: t`Turn to the right`, keys: 'ArrowRight', hidden: true, run: () => turn(ahead)},
    {
      id: 'turn-left',
      label: t`Turn to the left`,
      keys: 'ArrowLeft',
      hidden: true,
      run: () => turn(ahead === 1 ? -1 : 1),
    },
    {id: 'week', label: t`Week`, keys: 'W', run: () => go({view: 'week'})},
    {id: 'month', label: t`Month`, keys: 'M', run: () => go({view: 'month'})},
    {
      id: 'done',
      label: t`Done, or one day where nothing is chosen`,
      keys: 'D',
      run: () => {
        const activity = focused()
        if (!activity) go({view: 'day'})
        else if (able) void (activity.status === 'OPEN' ? deeds.complete(activity) : deeds.reopen(activity))
      },
    },
  ])
}

/** The focus goes where what is carried by keys goes, and stays there when it is let go. */
export function useFollowing(held: Held | null) {
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (held?.by === 'keys') last.current = held.key
    if (!last.current || document.querySelector('dialog[open]')) return
    const lost = document.activeElement === document.body || document.activeElement === null
    if (held?.by !== 'keys' && !lost) return
    const element = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(last.current)}"]`)
    element?.focus({preventScroll: true})
    element?.scrollIntoView({block: 'nearest'})
  })
}
