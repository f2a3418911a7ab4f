import {preflight} from '../ui/preflight'

export type Outcome =
  | {how: 'sent'; name: string; remark: string | null}
  | {how: 'refused'; why: string}
  /** The line broke, or the server could not take it now: it may be sent again. */
  | {how: 'lost'; why?: string}
  | {how: 'stopped'}

interface Answer {
  name?: string
  remark?: string | null
  errors?: {message: string}[]
}

const SERVER = 500

/** Sends one file to its record; `XMLHttpRequest` alone tells how much has gone. */
export function send(file: File, about: string, progress: (share: number) => void) {
  const request = new XMLHttpRequest()
  const outcome = new Promise<Outcome>((settle) => {
    request.open('POST', `/files?${new URLSearchParams({about, name: file.name}).toString()}`)
    for (const [name, value] of Object.entries(preflight)) request.setRequestHeader(name, value)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({loaded, total}) => progress(total ? loaded / total : 0)
    request.onabort = () => settle({how: 'stopped'})
    request.onerror = () => settle({how: 'lost'})
    request.ontimeout = () => settle({how: 'lost'})
    request.onload = () => settle(read(request))
    request.send(file)
  })
  return {outcome, stop: () => request.abort()}
}

function read({status, responseText}: XMLHttpRequest): Outcome {
  if (status === 401) location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
  let answer: Answer = {}
  try {
    answer = JSON.parse(responseText) as Answer
  } catch {
    // A proxy in between has answered in its own way.
  }
  if (status === 201) return {how: 'sent', name: answer.name ?? '', remark: answer.remark ?? null}
  const why = answer.errors?.[0]?.message
  return why && status < SERVER ? {how: 'refused', why} : {how: 'lost', why}
}
