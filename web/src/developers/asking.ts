import {createClient, NetworkError} from 'graphql-sse'

export interface Cost {
  requested: number
  limit: number
  remaining: number
  resetsAt: string
}

/** What is asked, and as whom. */
export interface Asking {
  token: string
  query: string
  variables: Record<string, unknown>
  operationName?: string
}

export interface Answer {
  status: number
  text: string
  cost?: Cost
  /** After how many seconds it may be asked again. */
  retryAfter?: number
  milliseconds: number
}

/** The variables as an object, or undefined where they are none. */
export function readVariables(text: string): Record<string, unknown> | undefined {
  try {
    const given: unknown = JSON.parse(text.trim() || '{}')
    return typeof given === 'object' && given !== null && !Array.isArray(given)
      ? (given as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** Asks as a program does: with the token, and without the session. Raises where no answer comes. */
export async function askAs({token, ...request}: Asking, signal: AbortSignal): Promise<Answer> {
  const began = performance.now()
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    signal,
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json'},
    body: JSON.stringify(request),
  })
  return answerOf(response, began)
}

async function answerOf(response: Response, began: number): Promise<Answer> {
  const said = (await response.json()) as {extensions?: {cost?: Cost}}
  const after = response.headers.get('retry-after')
  return {
    status: response.status,
    text: JSON.stringify(said, null, 2),
    cost: said.extensions?.cost,
    retryAfter: after ? Number(after) : undefined,
    milliseconds: Math.round(performance.now() - began),
  }
}

export interface Heard {
  told: (text: string) => void
  /** What the server refused instead. */
  refused: (answer: Answer) => void
  /** The line broke, or the server ended it. */
  over: (broken: boolean) => void
}

/** Listens as a program does, by server-sent events. Returns what ends it. */
export function listenAs({token, ...request}: Asking, {told, refused, over}: Heard): () => void {
  const began = performance.now()
  const client = createClient({
    url: '/graphql',
    credentials: 'omit',
    retryAttempts: 0,
    headers: {authorization: `Bearer ${token}`},
  })
  client.subscribe(request, {
    next: (message) => told(JSON.stringify(message, null, 2)),
    error: (error) => {
      if (!(error instanceof NetworkError) || !(error.response instanceof Response)) over(true)
      else answerOf(error.response, began).then(refused, () => over(true))
    },
    complete: () => over(false),
  })
  return () => client.dispose()
}

/** The request for a shell; the token stays in the variable TOKEN. */
export function asCurl({query, variables, operationName}: Omit<Asking, 'token'>, address: string): string {
  const body = JSON.stringify({query, variables, operationName}).replaceAll("'", "'\\''")
  const lines = [
    `curl -sS '${address}'`,
    '-H "Authorization: Bearer $TOKEN"',
    "-H 'Content-Type: application/json'",
    `-d '${body}'`,
  ]
  return lines.join(' \\\n  ')
}
