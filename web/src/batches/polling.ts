import {useCallback, useEffect, useState} from 'react'
import {type TypedDocumentNode, useClient} from 'urql'

const PAUSE = 600

/** Asks again and again until it is done; `again` goes on after something was begun anew. */
export function usePolled<Data, Node extends {status: string}>(
  document: TypedDocumentNode<Data, {id: string}>,
  id: string,
  pick: (data: Data) => Node | null | undefined,
  isDone: (node: Node) => boolean,
) {
  const client = useClient()
  const [node, setNode] = useState<Node | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let timer = 0
    let here = true
    const ask = async () => {
      const {data} = await client.query(document, {id}, {requestPolicy: 'network-only'}).toPromise()
      if (!here) return
      const found = data ? pick(data) : null
      if (found) setNode(found)
      if (!found || !isDone(found)) timer = window.setTimeout(() => void ask(), PAUSE)
    }
    void ask()
    return () => {
      here = false
      clearTimeout(timer)
    }
    // The document and its readers are the same for as long as the line is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, id, round])
  return {node, again: useCallback(() => setRound((n) => n + 1), [])}
}
