import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {type AnyVariables, type CombinedError, type TypedDocumentNode, useClient} from 'urql'
import {pipe, subscribe} from 'wonka'

export interface Page<Node> {
  nodes: Node[]
  pageInfo: {hasNextPage: boolean; endCursor?: string | null}
}

interface Asked<Data, Variables, Node> {
  document: TypedDocumentNode<Data, Variables & {after?: string | null}>
  variables: Variables
  pick: (data: Data) => Page<Node> | null | undefined
  /** The first page when another operation brought it already. */
  first?: Page<Node>
  /** What is kept is shown, and asked for again. */
  fresh?: boolean
}

interface Held<Node> {
  key: string
  pages: (Page<Node> | undefined)[]
  error: CombinedError | undefined
  fetching: boolean
}

/** An endless list: pages by cursor, each a live read of the cache, joined without repeats. */
export function usePages<Data, Variables extends AnyVariables & object, Node extends {id: string}>(
  asked: Asked<Data, Variables, Node>,
) {
  const client = useClient()
  const {first} = asked
  const [again, setAgain] = useState(0)
  const key = JSON.stringify([asked.variables, first?.pageInfo.endCursor ?? null])
  const [held, setHeld] = useState<Held<Node>>({key, pages: [], error: undefined, fetching: !first})
  const open = useRef<(index: number, after: string | null) => void>(() => undefined)
  const latest = useRef(asked)
  useEffect(() => {
    latest.current = asked
  })

  useEffect(() => {
    const stops: (() => void)[] = []
    const {document, variables, fresh} = latest.current
    open.current = (index, after) => {
      setHeld((was) => ({...was, fetching: true, error: undefined}))
      const subscription = pipe(
        client.query(
          document,
          {...variables, after},
          {requestPolicy: again || fresh ? 'cache-and-network' : undefined},
        ),
        subscribe(({data, error, stale}) => {
          const page = data ? latest.current.pick(data) : undefined
          setHeld((was) => {
            const pages = was.key === key ? [...was.pages] : []
            if (page) pages[index] = page
            return {key, pages, error, fetching: stale && !page}
          })
        }),
      )
      stops.push(() => subscription.unsubscribe())
    }
    if (!latest.current.first) open.current(0, null)
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, key, again])

  const current = held.key === key
  const pages = useMemo(() => {
    const own = held.pages.filter((page) => page !== undefined)
    return first ? [first, ...(current ? own : [])] : own
  }, [first, held.pages, current])
  const nodes = useMemo(() => joined(pages), [pages])
  const last = pages.at(-1)
  const next = last?.pageInfo.hasNextPage ? (last.pageInfo.endCursor ?? null) : null
  const waiting = (current ? held.fetching : !first) && !(current && held.error)
  const more = useCallback(() => {
    if (next === null || waiting) return
    open.current(first ? pages.length - 1 : pages.length, next)
  }, [next, waiting, first, pages.length])
  return {
    nodes,
    more,
    hasMore: next !== null,
    fetching: waiting,
    /** Rows of the question before are shown until the first answer to this one. */
    stale: !current && !first,
    loaded: pages.length > 0,
    error: current ? held.error : undefined,
    retry: useCallback(() => {
      setAgain((n) => n + 1)
    }, []),
  }
}

function joined<Node extends {id: string}>(pages: Page<Node>[]): Node[] {
  const seen = new Set<string>()
  return pages.flatMap((page) => page.nodes).filter((node) => !seen.has(node.id) && seen.add(node.id))
}
