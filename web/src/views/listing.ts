import {useNavigate} from '@tanstack/react-router'
import {useCallback, useMemo} from 'react'
import {useMe} from '../members'
import {filterBy, type Places, type Tree, type Words} from './filtering'

export type ListObject = 'Deal' | 'Account' | 'Contact' | 'Lead'

/** How the address speaks of one kind of list. */
export interface Vocabulary {
  object: ListObject
  /** The word of the record whose panel is open. */
  peek: string
  places: Places
  sortable: readonly string[]
  /** The order of a list that says none, as in the address: `-updatedAt`. */
  plain: string
}

/** What a list asks the server for. */
export interface Scope {
  filter: Tree | null
  search: string | null
}

export interface Listing {
  vocabulary: Vocabulary
  words: Words
  scope: Scope
  orderBy: Tree[]
  sort: {by: string; down: boolean}
  filtered: boolean
  set: (change: Words) => void
  /** Other words altogether; the open panel stays. */
  go: (words: Words) => void
  clear: () => void
  open: (id: string | undefined) => void
}

export function orderOf({sortable, plain}: Vocabulary, sort: string | undefined) {
  const known = sort && sortable.includes(sort.replace(/^-/, '')) ? sort : plain
  return {by: known.replace(/^-/, ''), down: known.startsWith('-')}
}

/** The list that an address speaks of. */
export function useListing(vocabulary: Vocabulary, view: object): Listing {
  const words = view as Words
  const {member} = useMe()
  const navigate = useNavigate()
  const {places, peek} = vocabulary
  const key = JSON.stringify([filterBy(places, words, member.id), words.q ?? null])
  const scope = useMemo(() => {
    const [filter, search] = JSON.parse(key) as [Tree | null, string | null]
    return {filter, search}
  }, [key])
  const sort = orderOf(vocabulary, words.sort)
  const set = useCallback(
    (change: Words) => void navigate({to: '.', search: (was) => ({...was, ...change}), resetScroll: false}),
    [navigate],
  )
  const go = useCallback(
    (next: Words) =>
      void navigate({to: '.', search: (was: Words) => ({...next, [peek]: was[peek]}), resetScroll: false} as never),
    [navigate, peek],
  )
  const open = useCallback((id: string | undefined) => set({[peek]: id}), [set, peek])
  const {sort: order, cols, view: saved} = words
  return {
    vocabulary,
    words,
    scope,
    orderBy: [{[sort.by]: sort.down ? 'DESC' : 'ASC'}],
    sort,
    filtered: scope.filter !== null || scope.search !== null,
    set,
    go,
    clear: () => go({sort: order, cols, view: saved}),
    open,
  }
}
