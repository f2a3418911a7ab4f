export interface Cost {
  requested: number
  limit: number
  remaining: number
  resetsAt: string
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

/** Asks as a program does: with the token, and without the session. */
export async function askAs(token: string, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const began = performance.now()
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json'},
    body: JSON.stringify({query, variables}),
  })
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
