import {useLingui} from '@lingui/react/macro'
import {useCallback, useEffect, useState} from 'react'
import {preflight} from './preflight'
import type {Problem} from './problems'

export interface Said<T> {
  data?: T
  problems: Problem[]
}

interface Refusal {
  errors?: {message: string; extensions?: {code?: string; field?: string}}[]
}

/** Speaks with a door of ours that is not the graph: JSON goes and comes, a refusal comes as problems. */
async function speak<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  given: object | undefined,
): Promise<Said<T> | undefined> {
  const headers = {...preflight, accept: 'application/json', ...(given ? {'content-type': 'application/json'} : {})}
  try {
    const response = await fetch(path, {method, headers, body: given ? JSON.stringify(given) : undefined})
    if (response.status === 401) {
      location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
    }
    const told = (await response.json()) as T & Refusal
    if (response.ok) return {data: told, problems: []}
    const problems = (told.errors ?? []).map(({message, extensions}) => ({
      code: extensions?.code ?? 'UNAVAILABLE',
      message,
      field: extensions?.field,
    }))
    return problems.length ? {problems} : undefined
  } catch {
    return undefined
  }
}

/** Sends something to a door. */
export function useSend() {
  const {t} = useLingui()
  return useCallback(
    async <T>(path: string, given: object = {}, method: 'POST' | 'DELETE' = 'POST'): Promise<Said<T>> =>
      (await speak<T>(method, path, given)) ?? {
        problems: [{code: 'UNAVAILABLE', message: t`The server does not answer. Nothing was changed.`}],
      },
    [t],
  )
}

/** What a door tells now; `again` asks once more, `keep` takes what another answer told. */
export function useDoor<T>(path: string) {
  const {t} = useLingui()
  const [held, setHeld] = useState<Said<T> | null>(null)
  const again = useCallback(async () => {
    const unread = {problems: [{code: 'UNAVAILABLE', message: t`This part could not be read.`}]}
    setHeld((await speak<T>('GET', path, undefined)) ?? unread)
  }, [path, t])
  useEffect(() => {
    let here = true
    void speak<T>('GET', path, undefined).then((said) => {
      if (here) setHeld(said ?? {problems: [{code: 'UNAVAILABLE', message: t`This part could not be read.`}]})
    })
    return () => {
      here = false
    }
  }, [path, t])
  const keep = useCallback((data: T) => setHeld({data, problems: []}), [])
  return {data: held?.data, problems: held?.problems ?? [], waiting: held === null, again, keep}
}
