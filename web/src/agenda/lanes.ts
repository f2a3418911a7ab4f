interface Lasting {
  start: number
  end: number
}

export interface Placed<T> {
  item: T
  lane: number
  lanes: number
}

/** What overlaps stands side by side: each in the first lane that is free, as many lanes as its group needs. */
export function inLanes<T extends Lasting>(items: readonly T[]): Placed<T>[] {
  const sorted = [...items].sort((a, b) => a.start - b.start || b.end - a.end)
  const placed: Placed<T>[] = []
  let group: Placed<T>[] = []
  let free: number[] = []
  const close = () => {
    for (const one of group) one.lanes = free.length
    placed.push(...group)
    group = []
    free = []
  }
  for (const item of sorted) {
    if (free.length && free.every((end) => end <= item.start)) close()
    const found = free.findIndex((end) => end <= item.start)
    const lane = found === -1 ? free.length : found
    free[lane] = item.end
    group.push({item, lane, lanes: 1})
  }
  close()
  return placed
}
