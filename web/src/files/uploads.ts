import {useLingui} from '@lingui/react/macro'
import {useCallback, useEffect, useRef, useState} from 'react'
import {useClient} from 'urql'
import {FileLimitDocument} from '../gql/graphql'
import {changed} from './changed'
import {send} from './send'
import {useSizes} from './sizes'
import {loadWords} from './words'

export interface Upload {
  key: number
  file: File
  /** Held until there is a record for it, waiting for its turn, under way, gone with a remark, or not gone. */
  state: 'held' | 'waiting' | 'sending' | 'remark' | 'refused' | 'lost'
  share: number
  why?: string
  about?: string
}

const AT_ONCE = 2
let keys = 0

/** Files on their way to a record: two at a time, each with its progress, and kept here until it has arrived. */
export function useUploads(about?: string) {
  const {t} = useLingui()
  const client = useClient()
  const {sized} = useSizes()
  const [uploads, setUploads] = useState<Upload[]>([])
  const stops = useRef(new Map<number, () => void>())
  const change = useCallback((key: number, part: Partial<Upload>) => {
    setUploads((was) => was.map((one) => (one.key === key ? {...one, ...part} : one)))
  }, [])
  const drop = useCallback((key: number) => {
    stops.current.get(key)?.()
    setUploads((was) => was.filter((one) => one.key !== key))
  }, [])
  const start = useCallback(
    async ({key, file}: Upload, target: string) => {
      const sending = send(file, target, (share) => change(key, {share}))
      stops.current.set(key, sending.stop)
      change(key, {state: 'sending', share: 0, why: undefined})
      const outcome = await sending.outcome
      stops.current.delete(key)
      if (outcome.how === 'stopped') return
      if (outcome.how !== 'sent') {
        change(key, {state: outcome.how, why: outcome.why})
        return
      }
      const other = outcome.name !== file.name ? t`It is called ${outcome.name} now.` : null
      const why = outcome.remark ?? other
      if (why) change(key, {state: 'remark', why})
      else drop(key)
      changed(target)
    },
    [change, drop, t],
  )
  useEffect(() => {
    const free = AT_ONCE - uploads.filter(({state}) => state === 'sending').length
    for (const one of uploads.filter(({state}) => state === 'waiting').slice(0, Math.max(0, free))) {
      if (one.about && !stops.current.has(one.key)) void start(one, one.about)
    }
  }, [start, uploads])
  const add = useCallback(
    async (files: File[]) => {
      // Without a line nobody can be asked: the file is taken down as lost, and goes when the line is back.
      const asked = navigator.onLine ? client.query(FileLimitDocument, {}).toPromise() : undefined
      const [answer] = await Promise.all([asked, loadWords()])
      const limit = answer?.data?.fileLimit ?? Infinity
      const refusal = ({size}: File) => {
        if (size === 0) return t`The file is empty.`
        return size > limit ? t`A file may have at most ${sized(limit)}; this one has ${sized(size)}.` : undefined
      }
      const added = files.map((file): Upload => {
        const why = refusal(file)
        return {key: (keys += 1), file, state: why ? 'refused' : about ? 'waiting' : 'held', share: 0, why, about}
      })
      setUploads((was) => [...was, ...added])
    },
    [about, client, sized, t],
  )
  /** What was held goes to the record that there is now. */
  const release = useCallback((target: string) => {
    setUploads((was) =>
      was.map((one) => (one.state === 'held' ? {...one, state: 'waiting' as const, about: target} : one)),
    )
  }, [])
  const retry = useCallback((key: number) => change(key, {state: 'waiting', why: undefined}), [change])
  useAgain(uploads, retry)
  return {uploads, add, drop, retry, release}
}

/** What the network lost is sent again when it is back; who leaves meanwhile is asked whether he means it. */
function useAgain(uploads: Upload[], retry: (key: number) => void) {
  const under = uploads.some(({state}) => state !== 'refused' && state !== 'remark')
  useEffect(() => {
    if (!under) return
    const again = () => {
      for (const {key, state} of uploads) if (state === 'lost') retry(key)
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('online', again)
    addEventListener('beforeunload', ask)
    return () => {
      removeEventListener('online', again)
      removeEventListener('beforeunload', ask)
    }
  }, [retry, under, uploads])
}
