import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback, useEffect, useRef} from 'react'
import {whoChanged} from './live'
import type {Problem} from './problems'
import {useSay} from './say'
import {useUndo} from './undo'

/** A colleague has changed the very field that was being edited: theirs stands, ours can still be kept. */
export interface Clash {
  clash: true
  /** Who has changed it, where that is known. */
  by?: string
  /** Writes ours over theirs. */
  keep: () => Promise<Refusal>
}

/** Why an edit did not happen: a sentence, or a clash to decide; nothing when it did. */
export type Refusal = string | Clash | null

interface Editable {
  id: string
  name: string
  version: number
}

interface Answered<Record> {
  problem?: Problem
  /** As it stands now: after the change, or as a colleague has left it. */
  record?: Record | null
}

interface Rules<Record, Change> {
  send: (id: string, version: number, change: Change) => Promise<Answered<Record>>
  /** The same fields with the values that stand: the inverse change. */
  former: (record: Record, change: Change) => Change
}

/**
 * Edits of a record, at once and with the former values on offer. What a colleague changed elsewhere in the record
 * in the meantime does not matter; a change of the same field is told, and decided by who edits.
 */
export function useEdits<Record extends Editable, Change>(rules: Rules<Record, Change>) {
  const {t} = useLingui()
  const say = useSay()
  const {offer, withdraw} = useUndo()
  const latest = useRef(rules)
  useEffect(() => {
    latest.current = rules
  })
  const merge = useCallback(async (seen: Record, change: Change): Promise<Answered<Record> & {clash?: boolean}> => {
    const {send, former} = latest.current
    for (let version = seen.version; ;) {
      const answer = await send(seen.id, version, change)
      const {problem, record} = answer
      if (problem?.code !== 'CONFLICT' || !record || record.version === version) return answer
      if (!same(former(seen, change), former(record, change))) return {...answer, clash: true}
      version = record.version
    }
  }, [])
  return useCallback(
    async function edit(record: Record, change: Change): Promise<Refusal> {
      const {name} = record
      const who = <bdi>{name}</bdi>
      const before = latest.current.former(record, change)
      const sent = merge(record, change)
      const back = async () => {
        const {record: changed, problem: failed} = await sent
        if (!changed || failed) return
        const {problem: refused} = await merge(changed, before)
        say(refused ? refused.message : t`${name} is as it was`)
      }
      offer({
        said: <Trans>{who} changed</Trans>,
        undo: () => void back(),
      })
      const {problem, record: now, clash} = await sent
      if (!problem) return null
      withdraw()
      if (clash && now) {
        const by = whoChanged(now.id)
        say(by ? t`${by} has changed this in the meantime.` : t`A colleague has changed this in the meantime.`)
        return {clash: true, by, keep: () => edit(now, change)}
      }
      say(problem.message)
      return problem.message
    },
    [merge, offer, say, t, withdraw],
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
