import {autoScrollForElements} from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import {combine} from '@atlaskit/pragmatic-drag-and-drop/combine'
import {draggable, dropTargetForElements, monitorForElements} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import {type RefObject, useEffect, useState} from 'react'
import type {DealCardFragment, StageLabelFragment} from '../gql/graphql'
import {useBoard} from './board_context'

interface Cargo extends Record<string, unknown> {
  deal: DealCardFragment
  from: StageLabelFragment
}

/** The whole board scrolls sideways while a card is dragged to its edge. */
export function useBoardDrag(frame: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    let stop: (() => void) | undefined
    const watch = monitorForElements({
      onDragStart: () => {
        if (frame.current) stop = autoScrollForElements({element: frame.current})
      },
      onDrop: () => stop?.(),
    })
    return () => {
      watch()
      stop?.()
    }
  }, [frame])
}

export function useDragged(card: RefObject<HTMLElement | null>, deal: DealCardFragment, from: StageLabelFragment) {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    if (!card.current) return
    return draggable({
      element: card.current,
      getInitialData: (): Cargo => ({deal, from}),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [card, deal, from])
  return dragging
}

/** A column takes cards in; it says whether one is over it. */
export function useDropZone(column: RefObject<HTMLElement | null>, cards: HTMLElement | null, to: StageLabelFragment) {
  const {ask} = useBoard()
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!column.current || !cards) return
    return combine(
      autoScrollForElements({element: cards}),
      dropTargetForElements({
        element: column.current,
        onDragEnter: ({source}) => setOver((source.data as Cargo).from.id !== to.id),
        onDragLeave: () => setOver(false),
        onDrop: ({source}) => {
          setOver(false)
          const {deal, from} = source.data as Cargo
          ask({deal, from, to})
        },
      }),
    )
  }, [column, cards, ask, to])
  return over
}
