import type {CombinedError} from 'urql'

export interface Problem {
  code: string
  message: string
  field?: string | null
}

interface Answer {
  data?: unknown
  error?: CombinedError
}

/** What the server refused in an answer to a mutation, or that it did not answer; nothing when it went well. */
export function problemsOf(answer: Answer, unanswered: string): Problem[] {
  if (answer.error) {
    const told = answer.error.graphQLErrors[0]
    return [
      {
        code: typeof told?.extensions.code === 'string' ? told.extensions.code : 'UNAVAILABLE',
        message: told?.message ?? unanswered,
      },
    ]
  }
  const payloads = Object.values((answer.data ?? {}) as Record<string, unknown>)
  return payloads.flatMap((payload) =>
    payload && typeof payload === 'object' && 'problems' in payload ? (payload.problems as Problem[]) : [],
  )
}
