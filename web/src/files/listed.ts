import {useEffect, useRef} from 'react'
import type {TypedDocumentNode} from 'urql'
import {
  AccountFilesDocument,
  ContactFilesDocument,
  type DealFilesQuery,
  DealFilesDocument,
  LeadFilesDocument,
} from '../gql/graphql'
import {usePages} from '../ui/pages'
import {useChanged} from './changed'

/** A record with files of its own on its page. */
export interface Bearer {
  kind: 'deal' | 'account' | 'contact' | 'lead'
  id: string
  name: string
}

type Held = NonNullable<DealFilesQuery['deal']>
type Answer = Partial<Record<Bearer['kind'], Held | null>>

const documents = {
  deal: DealFilesDocument,
  account: AccountFilesDocument,
  contact: ContactFilesDocument,
  lead: LeadFilesDocument,
} as unknown as Record<Bearer['kind'], TypedDocumentNode<Answer, {id: string; after?: string | null}>>

const heldBy = ({deal, account, contact, lead}: Answer) => (deal ?? account ?? contact ?? lead)?.attachments
const MOMENT = 2_000
const MOMENTS = 8

/** The files of a record, the newest first; pictures that are being made small are looked for again. */
export function useFiles({kind, id}: Bearer) {
  const pages = usePages({
    document: documents[kind],
    variables: {id},
    pick: heldBy,
    fresh: true,
  })
  const {nodes, retry} = pages
  useChanged(id, retry)
  const waiting = nodes.filter(({preview}) => preview === 'WAITING').length
  const looks = useRef(0)
  useEffect(() => {
    if (!waiting) {
      looks.current = 0
      return
    }
    const timer = setInterval(() => {
      looks.current += 1
      if (looks.current <= MOMENTS) retry()
    }, MOMENT)
    return () => {
      clearInterval(timer)
    }
  }, [retry, waiting])
  return pages
}
