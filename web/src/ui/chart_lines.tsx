import {useDirection} from '@mantine/core'
import {useElementSize} from '@mantine/hooks'
import {scaleLinear} from 'd3-scale'
import {area, curveMonotoneX, line} from 'd3-shape'
import {type KeyboardEvent, useId, useState} from 'react'
import {Mark, type Target} from './to'
import {Tip} from './chart_bars'

export interface Point {
  value: number
  label: string
  target: Target
}

export interface Series {
  key: string
  name: string
  tone: number
  dashed?: boolean
  points: Point[]
}

interface Props {
  label: string
  /** What stands below the points, from the earliest on. */
  times: string[]
  series: Series[]
  /** From the low end to the high one, beside each time. */
  band?: {low: number; high: number}[]
  /** How a value of the axis is written. */
  show: (value: number) => string
  high?: number
}

const AXIS = 52
const EDGE = 10
const TOP = 10
const FOOT = 22

/** Lines over time, which runs from where the page starts; each point opens its records. */
export function Lines({label, times, series, band, show, high = 190}: Props) {
  const {dir} = useDirection()
  const {ref, width} = useElementSize()
  const [tip, setTip] = useState<{text: string; at: number; up: number} | null>(null)
  const most = Math.max(
    0,
    ...series.flatMap((one) => one.points.map(({value}) => value)),
    ...(band ?? []).map((b) => b.high),
  )
  const rtl = dir === 'rtl'
  const along = scaleLinear([0, Math.max(1, times.length - 1)], rtl ? [width - AXIS, EDGE] : [AXIS, width - EDGE])
  const up = scaleLinear([0, most || 1], [high - FOOT, TOP]).nice(4)
  const draw = line<Point>(
    (_, index) => along(index),
    ({value}) => up(value),
  ).curve(curveMonotoneX)
  const spread = area<{low: number; high: number}>()
    .x((_, index) => along(index))
    .y0(({low}) => up(low))
    .y1(({high: top}) => up(top))
    .curve(curveMonotoneX)
  const every = Math.max(1, Math.ceil(times.length / Math.max(2, Math.floor((width - AXIS) / 72))))
  // The last one ends where the drawing does.
  const under = (index: number) =>
    index && index === times.length - 1
      ? {x: rtl ? 0 : width, textAnchor: 'end' as const}
      : {x: along(index), textAnchor: 'middle' as const}
  const axis = rtl ? width : 0
  return (
    <div className="lines" ref={ref}>
      {width > 0 ? (
        <svg width={width} height={high} direction={dir} role="group" aria-label={label}>
          <g className="grid" aria-hidden>
            {(most ? up.ticks(4) : [0]).map((value) => (
              <g key={value}>
                <line x1={rtl ? EDGE : AXIS} x2={rtl ? width - AXIS : width - EDGE} y1={up(value)} y2={up(value)} />
                <text className="value" x={axis} y={up(value)} dy="0.32em" textAnchor="start">
                  {show(value)}
                </text>
              </g>
            ))}
            {times.map((time, index) =>
              index % every === 0 ? (
                <text key={time} className="time" {...under(index)} y={high - 5}>
                  {time}
                </text>
              ) : null,
            )}
          </g>
          {band ? <path className="band" d={spread(band) ?? undefined} aria-hidden /> : null}
          {series.map((one) => (
            <OneLine
              key={one.key}
              one={one}
              path={draw(one.points) ?? ''}
              at={(index) => ({x: along(index), y: up(one.points[index]?.value ?? 0)})}
              tell={(point, place) =>
                setTip(point && place ? {text: point.label, at: rtl ? width - place.x : place.x, up: place.y} : null)
              }
            />
          ))}
        </svg>
      ) : (
        <div style={{blockSize: high}} />
      )}
      {tip ? <Tip text={tip.text} at={`${tip.at}px`} high={tip.up - 34} /> : null}
    </div>
  )
}

interface LineProps {
  one: Series
  path: string
  at: (index: number) => {x: number; y: number}
  tell: (point: Point | null, place?: {x: number; y: number}) => void
}

/** One stop of the Tab key; the arrows go from point to point as the eye sees them. */
function OneLine({one, path, at, tell}: LineProps) {
  const id = useId()
  const {dir} = useDirection()
  const [here, setHere] = useState(one.points.length - 1)
  const walk = (event: KeyboardEvent) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key]
    if (!step) return
    event.preventDefault()
    const next = Math.min(one.points.length - 1, Math.max(0, here + (dir === 'rtl' ? -step : step)))
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <g data-tone={one.tone}>
      <path className="line" d={path} data-dashed={one.dashed} aria-hidden />
      {one.points.map((point, index) => {
        const place = at(index)
        return (
          <Mark
            key={index}
            id={`${id}-${index}`}
            opens={point.target}
            className="dot"
            tabIndex={index === Math.min(here, one.points.length - 1) ? 0 : -1}
            aria-label={`${one.name}: ${point.label}`}
            onKeyDown={walk}
            onFocus={() => {
              setHere(index)
              tell(point, place)
            }}
            onBlur={() => tell(null)}
            onPointerEnter={() => tell(point, place)}
            onPointerLeave={() => tell(null)}
          >
            <circle cx={place.x} cy={place.y} r={9} className="reach" />
            <circle cx={place.x} cy={place.y} r={3} />
          </Mark>
        )
      })}
    </g>
  )
}
