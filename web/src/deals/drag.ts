import {type RefObject, useEffect, useRef, useState} from 'react'
import type {DealCardFragment, StageLabelFragment} from '../gql/graphql'
import {useBoard} from './board_context'

const loading = import('./engine')
type Engine = Awaited<typeof loading>
type Stop = () => void

/** Sets something up once the engine is there; answers how to take it down, also before that. */
function once(setUp: (engine: Engine) => Stop): Stop {
  let stop: Stop | undefined
  let gone = false
  loading.then(
    (engine) => {
      if (!gone) stop = setUp(engine)
    },
    () => undefined, // without it cards are moved by keyboard and by their menu
  )
  return () => {
    gone = true
    stop?.()
  }
}

interface Cargo extends Record<string, unknown> {
  deal: DealCardFragment
  from: StageLabelFragment
}

/** The whole board scrolls sideways while a card is dragged to its edge. */
export function useBoardDrag(frame: RefObject<HTMLDivElement | null>) {
  useEffect(
    () =>
      once(({autoScrollForElements, monitorForElements}) => {
        let stop: Stop | undefined
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
      }),
    [frame],
  )
}

export function useDragged(card: RefObject<HTMLElement | null>, deal: DealCardFragment, from: StageLabelFragment) {
  const {ask, stages, still} = useBoard()
  const [dragging, setDragging] = useState(false)
  const held = useRef({ask, deal, from, stages})
  useEffect(() => {
    held.current = {ask, deal, from, stages}
  })
  useEffect(() => {
    const element = card.current
    if (!element || still) return
    return once(({carryByTouch, combine, draggable}) =>
      combine(
        draggable({
          element,
          getInitialData: (): Cargo => ({deal: held.current.deal, from: held.current.from}),
          onDragStart: () => setDragging(true),
          onDrop: () => setDragging(false),
        }),
        carryByTouch(element, {
          lifted: setDragging,
          drop: (stage) => {
            const {ask, deal, from, stages} = held.current
            const to = stages.find(({id}) => id === stage)
            if (to && to.id !== from.id) ask({deal, from, to})
          },
        }),
      ),
    )
  }, [card, still])
  return dragging
}

/** A column takes cards in; it says whether one is over it. */
export function useDropZone(column: RefObject<HTMLElement | null>, cards: HTMLElement | null, to: StageLabelFragment) {
  const {ask} = useBoard()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const element = column.current
    if (!element || !cards) return
    return once(({autoScrollForElements, combine, dropTargetForElements}) =>
      combine(
        autoScrollForElements({element: cards}),
        dropTargetForElements({
          element,
          onDragEnter: ({source}) => setOver((source.data as Cargo).from.id !== to.id),
          onDragLeave: () => setOver(false),
          onDrop: ({source}) => {
            setOver(false)
            const {deal, from} = source.data as Cargo
            ask({deal, from, to})
          },
        }),
      ),
    )
  }, [column, cards, ask, to])
  return over
}
