import {useCallback, useMemo, useState} from 'react'
import type {Tree} from './filtering'
import type {Scope} from './listing'

/** Some records by their ids, or all that match but for some. */
interface Held {
  key: string
  all: boolean
  ids: ReadonlySet<string>
  anchor: string | null
}

const none: ReadonlySet<string> = new Set()

/** What is selected in a list: it stays while pages come, and ends with another filter. */
export function useSelection<Row extends {id: string}>(scope: Scope, rows: readonly Row[], count: number | undefined) {
  const key = JSON.stringify(scope)
  const [kept, setKept] = useState<Held>({key, all: false, ids: none, anchor: null})
  const held = kept.key === key ? kept : {key, all: false, ids: none, anchor: null}
  const has = (id: string) => held.ids.has(id) !== held.all
  const chosen = held.all ? Math.max(0, (count ?? 0) - held.ids.size) : held.ids.size
  const toggle = useCallback(
    (id: string, ranging: boolean) =>
      setKept((was) => {
        const now = was.key === key ? was : {key, all: false, ids: none, anchor: null}
        const ids = new Set(now.ids)
        const on = ids.has(id) === now.all
        const from = ranging && now.anchor ? rows.findIndex((row) => row.id === now.anchor) : -1
        const to = rows.findIndex((row) => row.id === id)
        const meant = from < 0 ? [{id}] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
        for (const row of meant) {
          if (on === now.all) ids.delete(row.id)
          else ids.add(row.id)
        }
        return {key, all: now.all, ids, anchor: id}
      }),
    [key, rows],
  )
  const target: Scope = useMemo(() => {
    const ids = [...held.ids]
    if (!held.all) return {filter: {id: {in: ids}}, search: null}
    const {filter, search} = JSON.parse(key) as Scope
    const rest: Tree = {not: {id: {in: ids}}}
    return {filter: ids.length ? (filter ? {and: [filter, rest]} : rest) : filter, search}
  }, [held.all, held.ids, key])
  return {
    chosen,
    all: held.all,
    has,
    toggle,
    /** What a change of many is told to change. */
    target,
    first: rows.find((row) => has(row.id)),
    loaded: chosen === 0 ? ('none' as const) : rows.every(({id}) => has(id)) ? ('all' as const) : ('some' as const),
    takeLoaded: () => setKept({key, all: false, ids: new Set(rows.map(({id}) => id)), anchor: null}),
    takeAll: () => setKept({key, all: true, ids: none, anchor: null}),
    clear: useCallback(() => setKept({key, all: false, ids: none, anchor: null}), [key]),
  }
}

export type Selection = ReturnType<typeof useSelection>
