import {useDirection} from '@mantine/core'
import {scaleLinear} from 'd3-scale'
import {type ReactNode, useState} from 'react'
import {Mark, type Target, To} from './to'

export interface Piece {
  key: string
  /** What the pointer and a screen reader are told. */
  label: string
  /** A letter or two inside, so that it is not known by its colour alone. */
  sign?: string
  value: number
  tone: number
  target: Target
}

export interface Bar {
  key: string
  name: string
  more?: ReactNode
  pieces: Piece[]
  told: string
  /** None where what is told is reckoned from more than one list. */
  target?: Target
}

const HIGH = 24
const NARROW = 7

/** Bars that lie one below the other, each of pieces; they grow from where the page starts. */
export function Bars({label, bars}: {label: string; bars: Bar[]}) {
  const most = Math.max(1e-9, ...bars.map(({pieces}) => pieces.reduce((sum, {value}) => sum + value, 0)))
  const wide = scaleLinear([0, most], [0, 100])
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className="name">
            <span className="own" dir="auto">
              {bar.name}
            </span>
            {bar.more ? <small>{bar.more}</small> : null}
          </span>
          <Track bar={bar} wide={wide} />
          {bar.target ? (
            <To opens={bar.target} className="all num">
              {bar.told}
            </To>
          ) : (
            <span className="all num">{bar.told}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Track({bar, wide}: {bar: Bar; wide: (value: number) => number}) {
  const {dir} = useDirection()
  const [tip, setTip] = useState<{text: string; at: number} | null>(null)
  const ends = bar.pieces.map((_, index) =>
    wide(bar.pieces.slice(0, index + 1).reduce((sum, one) => sum + one.value, 0)),
  )
  return (
    <span className="track" role="group" aria-label={bar.name}>
      <svg width="100%" height={HIGH} direction={dir} aria-hidden={bar.pieces.length ? undefined : true}>
        {bar.pieces.map(({key, label, sign, value, tone, target}, index) => {
          const width = wide(value)
          const start = (ends[index] ?? 0) - width
          const x = dir === 'rtl' ? 100 - start - width : start
          const show = () => setTip({text: label, at: start + width / 2})
          const hide = () => setTip(null)
          return (
            <Mark
              key={key}
              opens={target}
              aria-label={/\p{L}/u.test(sign ?? '') ? `${sign} · ${label}` : label}
              onFocus={show}
              onBlur={hide}
              onPointerEnter={show}
              onPointerLeave={hide}
            >
              <rect className="piece" data-tone={tone} x={`${x}%`} width={`${width}%`} y={1} height={HIGH - 2} rx={3} />
              {sign && width > NARROW ? (
                <text x={`${x + width / 2}%`} y={HIGH / 2} dy="0.35em" textAnchor="middle" aria-hidden>
                  {sign}
                </text>
              ) : null}
            </Mark>
          )
        })}
      </svg>
      {tip ? <Tip text={tip.text} at={`${tip.at}%`} /> : null}
    </span>
  )
}

/** What is pointed at, above it; `at` counts from the start. */
export function Tip({text, at, high}: {text: string; at: string; high?: number}) {
  return (
    <span className="tip num" style={{insetInlineStart: at, insetBlockStart: high}} aria-hidden>
      {text}
    </span>
  )
}
