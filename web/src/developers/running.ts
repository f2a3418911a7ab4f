import {useCallback, useEffect, useRef, useState} from 'react'
import {type Answer, askAs, type Asking, listenAs} from './asking'

const MOST = 100

export interface Told {
  id: number
  at: string
  text: string
}

/** What came: one answer, or what is told one after another, the latest first. */
export type Outcome =
  | {kind: 'answer'; answer: Answer}
  | {kind: 'told'; told: readonly Told[]; count: number; ended: boolean}
  | {kind: 'gone'}

/** Runs one operation at a time; a second run, Stop and leaving the page end the one before. */
export function useRunning() {
  const [outcome, setOutcome] = useState<Outcome>()
  const [busy, setBusy] = useState(false)
  const end = useRef<() => void>(null)
  const stop = useCallback(() => {
    end.current?.()
    end.current = null
    setBusy(false)
    setOutcome((now) => (now?.kind === 'told' ? {...now, ended: true} : now))
  }, [])
  useEffect(() => () => end.current?.(), [])
  const ask = useCallback(
    async (asking: Asking) => {
      stop()
      const leaving = new AbortController()
      end.current = () => leaving.abort()
      setBusy(true)
      const came = await askAs(asking, leaving.signal).catch(() => undefined)
      if (leaving.signal.aborted) return
      setBusy(false)
      setOutcome(came ? {kind: 'answer', answer: came} : {kind: 'gone'})
    },
    [stop],
  )
  const listen = useCallback(
    (asking: Asking) => {
      stop()
      setBusy(true)
      setOutcome({kind: 'told', told: [], count: 0, ended: false})
      end.current = listenAs(asking, {
        told: (text) => setOutcome((now) => (now?.kind === 'told' ? withOne(now, text) : now)),
        refused: (answer) => {
          setBusy(false)
          setOutcome({kind: 'answer', answer})
        },
        over: (broken) => {
          setBusy(false)
          setOutcome((now) => (broken ? {kind: 'gone'} : now?.kind === 'told' ? {...now, ended: true} : now))
        },
      })
    },
    [stop],
  )
  return {outcome, busy, ask, listen, stop}
}

function withOne(now: Outcome & {kind: 'told'}, text: string): Outcome {
  const one = {id: now.count, at: new Date().toISOString(), text}
  return {...now, count: now.count + 1, told: [one, ...now.told].slice(0, MOST)}
}
