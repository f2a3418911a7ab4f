import {preflight} from '../ui/preflight'

interface Upload {
  id: string
  pieceSize: number
}

const TRIES = 4
const PAUSE = 1000

/** Sends a file as slices that are never held together; whether all of it has arrived. */
export async function sendPieces(
  file: Blob,
  {id, pieceSize}: Upload,
  far: (share: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  for (let at = 0; at < file.size; at += pieceSize) {
    if (!(await sendOne(`/archives/${id}/${at / pieceSize}`, file.slice(at, at + pieceSize), signal))) return false
    far(Math.min(1, (at + pieceSize) / file.size))
  }
  return true
}

async function sendOne(url: string, body: Blob, signal: AbortSignal): Promise<boolean> {
  for (let tried = 0; tried < TRIES && !signal.aborted; tried++) {
    if (tried) await new Promise((resolve) => setTimeout(resolve, PAUSE * tried))
    try {
      const {ok, status} = await fetch(url, {method: 'PUT', body, headers: {...preflight}, signal})
      if (ok) return true
      if (status < 500) return false
    } catch {
      // the line was cut: once more
    }
  }
  return false
}
