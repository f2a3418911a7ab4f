/** How long a finger rests on a card before it lifts it, and how far it may stray until then: more is scrolling. */
const REST = 300
const STRAY = 10
/** Within so many pixels of an edge the board scrolls, so many pixels a frame. */
const EDGE = 48
const PACE = 10

interface Carrying {
  lifted: (held: boolean) => void
  /** The stage of the column on which the card was let go. */
  drop: (stage: string) => void
}

interface Point {
  x: number
  y: number
}

/** A card is carried by a finger: a long press lifts it, a second finger puts it back. Answers how to stop. */
export function carryByTouch(card: HTMLElement, {lifted, drop}: Carrying): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined
  let hand: ReturnType<typeof lift> | undefined
  let began: Point = {x: 0, y: 0}

  const letGo = () => {
    clearTimeout(resting)
    resting = undefined
    removeEventListener('touchstart', onFinger, true)
    if (!hand) return
    hand.away()
    hand = undefined
    lifted(false)
  }
  const onFinger = (event: TouchEvent) => {
    if (event.touches.length > 1) letGo()
  }
  const onStart = (event: TouchEvent) => {
    const touch = event.touches[0]
    if (!touch || event.touches.length > 1) return
    began = {x: touch.clientX, y: touch.clientY}
    addEventListener('touchstart', onFinger, true)
    resting = setTimeout(() => {
      hand = lift(card, began)
      lifted(true)
    }, REST)
  }
  const onMove = (event: TouchEvent) => {
    const touch = event.touches[0]
    if (!touch) return
    if (hand) {
      event.preventDefault()
      hand.to({x: touch.clientX, y: touch.clientY})
    } else if (Math.hypot(touch.clientX - began.x, touch.clientY - began.y) > STRAY) letGo()
  }
  const onEnd = (event: TouchEvent) => {
    const stage = hand?.over()
    if (hand) event.preventDefault() // no click follows
    letGo()
    if (stage) drop(stage)
  }
  /** The browser's own menu and its own dragging by a long press would take the finger away. */
  const ours = (event: Event) => {
    if (resting !== undefined) event.preventDefault()
  }

  const listening = new AbortController()
  const {signal} = listening
  card.addEventListener('touchstart', onStart, {passive: true, signal})
  card.addEventListener('touchmove', onMove, {passive: false, signal})
  card.addEventListener('touchend', onEnd, {signal})
  card.addEventListener('touchcancel', letGo, {signal})
  card.addEventListener('contextmenu', ours, {signal})
  card.addEventListener('dragstart', ours, {capture: true, signal})
  return () => {
    listening.abort()
    letGo()
  }
}

/** The card under the finger: a likeness of it, the column below, and the board that scrolls at its edges. */
function lift(card: HTMLElement, from: Point) {
  const board = card.closest<HTMLElement>('.board')
  const place = card.getBoundingClientRect()
  const likeness = card.cloneNode(true) as HTMLElement
  likeness.inert = true
  likeness.classList.add('carried')
  likeness.querySelector('[data-deal]')?.removeAttribute('data-deal')
  likeness.style.cssText = `left:${place.left}px;top:${place.top}px;width:${place.width}px;height:${place.height}px`
  document.body.append(likeness)
  board?.setAttribute('data-carrying', '')
  let at = from
  let column: HTMLElement | null = null
  let frame = requestAnimationFrame(step)

  function step() {
    likeness.style.transform = `translate(${at.x - from.x}px, ${at.y - from.y}px)`
    if (board) board.scrollLeft += push(at.x, board.getBoundingClientRect(), 'left', 'right')
    const below = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('.col') ?? null
    const cards = below?.querySelector('.cards')
    if (cards) cards.scrollTop += push(at.y, cards.getBoundingClientRect(), 'top', 'bottom')
    if (below !== column) {
      column?.removeAttribute('data-under')
      below?.setAttribute('data-under', '')
      column = below
    }
    frame = requestAnimationFrame(step)
  }
  return {
    to: (point: Point) => (at = point),
    over: () => column?.dataset.stage,
    away: () => {
      cancelAnimationFrame(frame)
      likeness.remove()
      column?.removeAttribute('data-under')
      board?.removeAttribute('data-carrying')
    },
  }
}

function push(at: number, box: DOMRect, low: 'left' | 'top', high: 'right' | 'bottom'): number {
  if (at < Math.max(box[low], 0) + EDGE) return -PACE
  return at > box[high] - EDGE ? PACE : 0
}
