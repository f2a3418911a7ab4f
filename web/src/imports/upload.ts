import {useLingui} from '@lingui/react/macro'
import {useNavigate} from '@tanstack/react-router'
import {useCallback, useState} from 'react'
import {preflight} from '../ui/preflight'

export interface Upload {
  sending: boolean
  why: string | null
  /** How many of what was given are not CSV files. */
  left: number
  send: (files: File[]) => Promise<void>
}

const readable = /\.(csv|tsv|txt)$/i

/** Sends files as one import and goes to it. */
export function useUpload(): Upload {
  const {t} = useLingui()
  const navigate = useNavigate()
  const [state, setState] = useState<Omit<Upload, 'send'>>({sending: false, why: null, left: 0})
  const send = useCallback(
    async (given: File[]) => {
      const files = given.filter(({name}) => readable.test(name) && !name.startsWith('.'))
      const left = given.length - files.length
      if (!files.length) {
        setState({sending: false, left, why: given.length ? t`There is no CSV file among these.` : null})
        return
      }
      setState({sending: true, why: null, left})
      const answer = await post(files)
      if (answer.id) {
        await navigate({to: '/imports/$id', params: {id: answer.id}})
        return
      }
      setState({sending: false, left, why: answer.why ?? t`The server does not answer. Nothing was sent.`})
    },
    [navigate, t],
  )
  return {...state, send}
}

async function post(files: File[]): Promise<{id?: string; why?: string}> {
  const body = new FormData()
  for (const file of files) body.append('files', file, file.name)
  try {
    const response = await fetch('/imports', {
      method: 'POST',
      body,
      headers: {...preflight, accept: 'application/json'},
    })
    if (response.status === 401) location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`)
    const told = (await response.json()) as {id?: string; errors?: {message: string}[]}
    return response.ok ? {id: told.id} : {why: told.errors?.[0]?.message}
  } catch {
    return {}
  }
}

/** Files out of a drop, whole folders included. */
export async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (!entries.length) return [...dropped.files]
  return (await Promise.all(entries.map(walk))).flat()
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((found, lost) => (entry as FileSystemFileEntry).file(found, lost))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const all: File[] = []
  for (;;) {
    // A folder is told in portions until an empty one comes.
    const part = await new Promise<FileSystemEntry[]>((found, lost) => reader.readEntries(found, lost))
    if (!part.length) return all
    all.push(...(await Promise.all(part.map(walk))).flat())
  }
}
