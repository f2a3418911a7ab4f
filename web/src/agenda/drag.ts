import {type MouseEvent, type PointerEvent, useRef} from 'react'
import {DAY} from './days'
import type {Desk} from './desk'
import {carried, drawn, type Held, type Spot, stretched} from './holding'
import {type Item, mayMove, mayStretch} from './items'

const FAR_ENOUGH = 4
const EDGE = 36
const PACE = 12

/** The day under a point, whichever way the page runs; the minute too where the day has hours. */
function spotAt(x: number, y: number): Spot | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const place = element.closest<HTMLElement>('[data-day]')
    if (!place?.dataset.day) continue
    const {top, height} = place.getBoundingClientRect()
    const minute = place.dataset.hours ? Math.min(DAY, Math.max(0, ((y - top) / height) * DAY)) : null
    return {day: place.dataset.day, minute, month: place.dataset.month !== undefined}
  }
  return null
}

type Reach = (to: Spot) => Held

/** What a pointer that goes down there would do: carry, stretch or draw. */
function reachOf(target: HTMLElement, items: readonly Item[], from: Spot, draws: boolean): Reach | null {
  const key = target.closest<HTMLElement>('[data-item]')?.dataset.item
  const item = items.find((one) => one.key === key)
  if (item) {
    if (target.closest('[data-grip]') && mayStretch(item)) return (to) => stretched(item, to)
    return mayMove(item) ? (to) => carried(item, from, to) : null
  }
  return target.closest('button, a') || !draws ? null : (to) => drawn(from, to)
}

/** Drags in a calendar. A finger scrolls and taps: it opens what it touches, and the editor has every field. */
export function useDragging({items, hold, drop, make}: Desk) {
  const dragged = useRef(false)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    dragged.current = false
    const from = spotAt(event.clientX, event.clientY)
    if (event.button !== 0 || event.pointerType === 'touch' || !from) return
    const reach = reachOf(event.target as HTMLElement, items, from, make !== undefined)
    if (reach) follow(event, event.currentTarget, reach)
  }
  const follow = (down: PointerEvent, frame: HTMLElement, reach: Reach) => {
    const watch = new AbortController()
    let last: Held | null = null
    const move = (event: globalThis.PointerEvent) => {
      const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY)
      if (!dragged.current && far < FAR_ENOUGH) return
      dragged.current = true
      scrollAtEdge(frame, event.clientY)
      const to = spotAt(event.clientX, event.clientY)
      if (to) hold((last = reach(to)))
    }
    const stop = () => {
      watch.abort()
      hold(null)
    }
    const up = () => {
      stop()
      if (last) drop(last)
    }
    const key = (event: KeyboardEvent) => {
      if (event.code !== 'Escape') return
      event.preventDefault()
      stop()
    }
    addEventListener('pointermove', move, {signal: watch.signal})
    addEventListener('pointerup', up, {signal: watch.signal})
    addEventListener('pointercancel', stop, {signal: watch.signal})
    addEventListener('keydown', key, {signal: watch.signal, capture: true})
  }
  /** A click that ends a drag opens nothing; one on an empty place makes something there. */
  const onClickCapture = (event: MouseEvent<HTMLElement>) => {
    if (dragged.current) {
      event.stopPropagation()
      event.preventDefault()
      dragged.current = false
      return
    }
    const target = event.target as HTMLElement
    const spot = target.closest('button, a, [data-item]') ? null : spotAt(event.clientX, event.clientY)
    if (!spot || !make) return
    const {start, whole} = drawn(spot, spot)
    make({start, end: whole ? start + DAY : start + 30, whole})
  }
  return {onPointerDown, onClickCapture}
}

function scrollAtEdge(frame: HTMLElement, y: number) {
  const {top, bottom} = frame.getBoundingClientRect()
  if (y < top + EDGE) frame.scrollBy({top: -PACE})
  else if (y > bottom - EDGE) frame.scrollBy({top: PACE})
}
