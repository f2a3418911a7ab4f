import {timeZone} from './formats'

const MINUTE = 60_000
let clock: {zone: string | undefined; format: Intl.DateTimeFormat} | undefined

/** A moment on the member's wall clock: minutes since 1970, as if that clock was the world's. */
export function wallOf(iso: string): number {
  const zone = timeZone()
  if (!clock || clock.zone !== zone) {
    const format = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'short'})
    clock = {zone, format}
  }
  return Date.parse(`${clock.format.format(Date.parse(iso)).replace(' ', 'T')}Z`) / MINUTE
}

/** The moment at which the wall clock shows this; one that comes twice is the first, one that is skipped comes later. */
export function instantOf(wall: number): string {
  const offset = (at: number) => wallOf(new Date(at * MINUTE).toISOString()) - at
  const before = wall - offset(wall - 24 * 60)
  const after = wall - offset(wall + 24 * 60)
  const right = [before, after].filter((at) => at + offset(at) === wall)
  return new Date((right.length ? Math.min(...right) : before) * MINUTE).toISOString()
}

/** As the server takes it: YYYY-MM-DDTHH:MM, without an offset. */
export const wallText = (wall: number) => new Date(wall * MINUTE).toISOString().slice(0, 16)

export const wallFrom = (text: string) => Date.parse(`${text}Z`) / MINUTE
