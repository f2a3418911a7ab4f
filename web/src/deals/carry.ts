import {useLingui} from '@lingui/react/macro'
import {type RefObject, useCallback, useEffect, useRef, useState} from 'react'
import type {DealCardFragment, StageLabelFragment} from '../gql/graphql'
import {useSay} from '../ui/say'
import type {Walkable} from './board_context'
import type {Move} from './moves'

/** A card in the hand: where it came from and the column that it is over. */
export interface Held {
  deal: DealCardFragment
  from: number
  over: number
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The columns as they stand, and how a card in one of them gets the focus as soon as it is drawn there. */
export function useColumns() {
  const columns = useRef(new Map<string, Walkable>())
  const register = useCallback((stage: string, column: Walkable | null) => {
    if (column) columns.current.set(stage, column)
    else columns.current.delete(stage)
  }, [])
  const focusDeal = useCallback((deal: string, stage: string) => {
    let tries = 40
    const look = () => {
      const column = columns.current.get(stage)
      const row = column?.deals.findIndex(({id}) => id === deal) ?? -1
      if (row >= 0) column?.show(row)
      if (!focusCard(deal, stage) && tries-- > 0) requestAnimationFrame(look)
    }
    look()
  }, [])
  /** Of a card that goes elsewhere by itself: whoever is at something else stays there. */
  const follow = useCallback(
    (deal: string, stage: string) => {
      const at = document.activeElement
      if (!(at instanceof HTMLElement) || at === document.body || at.dataset.deal === deal) focusDeal(deal, stage)
    },
    [focusDeal],
  )
  return {columns, register, focusDeal, follow}
}

/**
 * Walking and carrying by keyboard; only walking where there is nobody to `ask`. Arrow keys follow the eye: in a
 * right-to-left page the left arrow goes on.
 */
export function useCarrying(
  frame: RefObject<HTMLDivElement | null>,
  stages: StageLabelFragment[],
  {columns, focusDeal}: Pick<ReturnType<typeof useColumns>, 'columns' | 'focusDeal'>,
  ask: ((move: Move) => void) | undefined,
) {
  const {t} = useLingui()
  const say = useSay()
  const [held, setHeld] = useState<Held | null>(null)

  const onKey = useCallback(
    (event: KeyboardEvent) => {
      const link = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-deal]') : null
      if (!link || event.ctrlKey || event.metaKey || event.altKey) return
      const listed = stages.map((stage) => columns.current.get(stage.id)?.deals ?? [])
      const at = listed.findIndex((deals) => deals.some(({id}) => id === link.dataset.deal))
      const row = listed[at]?.findIndex(({id}) => id === link.dataset.deal) ?? -1
      const deal = listed[at]?.[row]
      if (!deal) return
      const step = steps[event.code]
      const within = (index: number, count: number) => Math.min(count - 1, Math.max(0, index))
      if (step) {
        event.preventDefault()
        const across = step[0] * (document.documentElement.dir === 'rtl' ? -1 : 1)
        if (held) {
          const over = within(held.over + across, stages.length)
          setHeld({...held, over})
          say(stages[over]?.name ?? '')
          frame.current?.children[over]?.scrollIntoView({inline: 'nearest', block: 'nearest'})
          return
        }
        const to = across ? nextFilled(listed, at, across) : at
        const next = listed[to]?.[within(row + step[1], listed[to].length)]
        const stage = stages[to]
        if (next && stage) focusDeal(next.id, stage.id)
      } else if (event.code === 'Space' && ask) {
        event.preventDefault()
        if (!held) {
          setHeld({deal, from: at, over: at})
          say(t`${deal.name} lifted. Arrows carry it, Space drops it, Escape puts it back.`)
          return
        }
        setHeld(null)
        const [from, to] = [stages[held.from], stages[held.over]]
        if (!from || !to) return
        if (from.id === to.id) say(t`${deal.name} put back`)
        else {
          ask({deal: held.deal, from, to})
          if (held.deal.status === 'OPEN' && to.kind === 'OPEN') focusDeal(deal.id, to.id)
        }
      } else if (event.code === 'Escape' && held) {
        event.preventDefault()
        setHeld(null)
        say(t`${deal.name} put back`)
      }
    },
    [ask, columns, focusDeal, frame, held, say, stages, t],
  )

  useEffect(() => {
    const board = frame.current
    board?.addEventListener('keydown', onKey)
    return () => board?.removeEventListener('keydown', onKey)
  }, [frame, onKey, stages])

  return held
}

function nextFilled(columns: unknown[][], at: number, across: number): number {
  let to = at + across
  while (columns[to]?.length === 0) to += across
  return columns[to] ? to : at
}

/** Answers false while the card is not drawn in that column yet. */
function focusCard(deal: string, stage: string): boolean {
  const place = `[data-stage="${CSS.escape(stage)}"] [data-deal="${CSS.escape(deal)}"]`
  const link = document.querySelector<HTMLElement>(place)
  link?.focus({preventScroll: true})
  link?.closest('.col')?.scrollIntoView({inline: 'nearest', block: 'nearest'})
  return link !== null
}
