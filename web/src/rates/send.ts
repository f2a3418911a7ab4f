import {preflight} from '../ui/preflight'

/** What a sheet would change; quotes and refusals are the first of all. */
export interface Seen {
  new: number
  changed: number
  same: number
  quotes: {currency: string; startsOn: string; rate: string}[]
  refused: Refusal[]
  refusedCount: number
}

export interface Refusal {
  line: number
  why: 'BROKEN' | 'DAY' | 'CURRENCY' | 'RATE' | 'AGAINST' | 'TWICE'
  said: string
}

/** Sends a rate sheet to be looked at, or to be kept: then only `changed` is told. Why not, where it is refused. */
export async function sendSheet(
  file: File,
  {inverse, keep}: {inverse: boolean; keep: boolean},
): Promise<{told?: Seen; why?: string}> {
  const asked = new URLSearchParams({name: file.name, inverse: String(inverse)})
  try {
    const response = await fetch(`/rate-sheets${keep ? '' : '/look'}?${asked.toString()}`, {
      method: 'POST',
      body: file,
      headers: {...preflight, accept: 'application/json', 'content-type': 'text/csv'},
    })
    const told = (await response.json()) as Seen & {errors?: {message: string}[]}
    return response.ok ? {told} : {why: told.errors?.[0]?.message}
  } catch {
    return {}
  }
}
