import {useCallback, useEffect, useState} from 'react'

const SPARE = 5

/** Which of many rows of one height are near the eye: the rest are stood for by two paddings. */
export function useWindow(count: number, rowHeight: number) {
  const [frame, setFrame] = useState<HTMLElement | null>(null)
  const [seen, setSeen] = useState(() => ({top: 0, height: innerHeight - 220}))

  useEffect(() => {
    if (!frame) return
    const look = () => {
      const top = Math.floor(frame.scrollTop / rowHeight) * rowHeight
      setSeen((was) => (was.top === top && was.height === frame.clientHeight ? was : {top, height: frame.clientHeight}))
    }
    look()
    const size = new ResizeObserver(look)
    size.observe(frame)
    frame.addEventListener('scroll', look, {passive: true})
    return () => {
      size.disconnect()
      frame.removeEventListener('scroll', look)
    }
  }, [frame, rowHeight])

  const from = Math.max(0, Math.min(count, Math.floor(seen.top / rowHeight)) - SPARE)
  const to = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + SPARE)
  const show = useCallback(
    (index: number, above = 0) => {
      if (!frame) return
      const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight + above]
      if (top < frame.scrollTop) frame.scrollTo({top})
      else if (bottom > frame.scrollTop + frame.clientHeight) frame.scrollTo({top: bottom - frame.clientHeight})
    },
    [frame, rowHeight],
  )
  return {hold: setFrame, frame, from, to, before: from * rowHeight, after: Math.max(0, count - to) * rowHeight, show}
}
