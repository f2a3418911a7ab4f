import {useDirection} from '@mantine/core'

interface Props {
  share: number | null | undefined
  low: number | null | undefined
  high: number | null | undefined
  label: string
}

const [HIGH, MIDDLE] = [18, 9]

/** From 0 to 1: the share as a dot on the band of its interval; nothing is known where the band is whole and dotless. */
export function ShareTrack({share, low, high, label}: Props) {
  const {dir} = useDirection()
  const [from, to] = [(low ?? 0) * 100, (high ?? 1) * 100]
  const x = (at: number) => `${dir === 'rtl' ? 100 - at : at}%`
  return (
    <svg className="share-track" width="100%" height={HIGH} direction={dir} role="img" aria-label={label}>
      <line className="axis" x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {[0, 25, 50, 75, 100].map((at) => (
        <line key={at} className="axis" x1={x(at)} x2={x(at)} y1={MIDDLE - 3} y2={MIDDLE + 3} />
      ))}
      <rect
        className="interval"
        data-known={share != null}
        x={x(dir === 'rtl' ? to : from)}
        width={`${to - from}%`}
        y={MIDDLE - 5}
        height={10}
        rx={5}
      />
      {share == null ? null : <circle cx={x(share * 100)} cy={MIDDLE} r={4.5} />}
    </svg>
  )
}
