import {createContext, type ReactNode, Suspense, use, useCallback, useEffect, useMemo, useState} from 'react'
import {late} from './late'

/** Work that the server does in the background and that a page may be left for. */
export interface Job {
  kind: 'batch' | 'export'
  id: string
}

interface Jobs {
  watch: (job: Job) => void
  /** Grows whenever records were changed by such work: lists are read again. */
  changes: number
}

const Context = createContext<Jobs>({watch: () => undefined, changes: 0})

export const useJobs = () => use(Context)

const REST = 2_500

/** Background work is shown on every page until it is done, also when somebody comes back in the middle of it. */
export function JobsProvider({tray, children}: {tray: () => Promise<{default: Tray}>; children: ReactNode}) {
  const [Shown] = useState(() => late(tray))
  const [jobs, setJobs] = useState<Job[]>([])
  const [changes, setChanges] = useState(0)
  const [rested, setRested] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  const watch = useCallback((job: Job) => {
    setJobs((was) => (was.some(({id}) => id === job.id) ? was : [...was, job]))
  }, [])
  const recall = useCallback((job: Job) => {
    setJobs((was) => (was.some(({id}) => id === job.id) ? was : [job, ...was]))
  }, [])
  const forget = useCallback((id: string) => {
    setJobs((was) => was.filter((job) => job.id !== id))
  }, [])
  const changed = useCallback(() => {
    setChanges((n) => n + 1)
  }, [])
  const value = useMemo(() => ({watch, changes}), [watch, changes])
  return (
    <Context value={value}>
      {children}
      <Suspense>
        {rested || jobs.length ? <Shown jobs={jobs} recall={recall} forget={forget} changed={changed} /> : null}
      </Suspense>
    </Context>
  )
}

export type Tray = (props: {
  /** The newest last. */
  jobs: Job[]
  /** One from before this page; the newest first. */
  recall: (job: Job) => void
  forget: (id: string) => void
  changed: () => void
}) => ReactNode
