import {type Client, type CombinedError, type Exchange, makeOperation, type Operation, type OperationResult} from 'urql'
import {map, pipe} from 'wonka'
import {isMissed, noteMissed} from './missed'

/** A question whose answer is on the screen. */
export interface Shown {
  operation: Operation
  data: unknown
  /** When it was last read again because of others, and whether the answer is on its way. */
  readAt: number
  reading: boolean
  due: boolean
}

export const shown = new Map<number, Shown>()

/** Changes of our own that are on their way, and the versions that they left. */
export const sending = new Set<number>()
export const own = new Map<string, number>()

const MOST = 500
/** What could not be read again is tried once more after so long, or twice as long. */
const PAUSE = 4_000
/** By question, the moment of its last answer; moments are counted by what others change. */
const answered = new Map<number, number>()
let moment = 0
let closed = 0

/** Others have changed something: what is not on the screen is asked for anew when it comes there. */
export function turn() {
  moment += 1
}

/** Rights are others now: nothing that was read before is shown again without asking. */
export function close() {
  moment += 1
  closed = moment
  own.clear()
  for (const one of shown.values()) one.data = undefined
}

/**
 * Knows what is on the screen, and keeps what was there from being shown again as if it were today's. What stands there
 * stays when it cannot be read again, until it can.
 */
export const watchShown: Exchange =
  ({client, forward}) =>
  (operations) =>
    pipe(
      forward(pipe(operations, map(noteAsked))),
      map((answer) => {
        const one = shown.get(answer.operation.key)
        if (!one?.data || !isUnread(answer)) {
          noteAnswer(answer)
          return answer
        }
        Object.assign(one, {reading: false, due: true})
        noteMissed(answer.operation.key, true)
        setTimeout(
          () => {
            if (one.due && shown.get(answer.operation.key) === one) read(client, one)
          },
          PAUSE * (1 + Math.random()),
        )
        return {...answer, data: one.data}
      }),
    )

/** Asks the server once more for what is on the screen. */
export function read(client: Client, one: Shown) {
  Object.assign(one, {due: false, reading: true, readAt: Date.now()})
  const {operation} = one
  client.reexecuteOperation(
    makeOperation(operation.kind, operation, {...operation.context, requestPolicy: 'network-only'}),
  )
}

/** Asks at once for what could not be read again. */
export function readMissed(client: Client) {
  for (const [key, one] of shown) if (isMissed(key)) read(client, one)
}

/** Whether nothing was learned: not that it may no longer be read, only that just now it could not be. */
function isUnread({data, error}: OperationResult): boolean {
  return !data && (!error || isPassing(error))
}

function isPassing({networkError, graphQLErrors, response}: CombinedError): boolean {
  const status = (response as Response | undefined)?.status ?? 0
  if (status === 429 || status >= 500) return true
  return networkError ? status < 400 : graphQLErrors.every(({extensions}) => extensions.code === 'INTERNAL')
}

function noteAsked(asked: Operation): Operation {
  if (asked.kind === 'mutation') sending.add(asked.key)
  if (asked.kind === 'teardown') {
    shown.delete(asked.key)
    noteMissed(asked.key, false)
    sending.delete(asked.key)
  }
  if (asked.kind !== 'query') return asked
  const before = shown.get(asked.key)
  if (before) {
    before.operation = asked
    return asked
  }
  shown.set(asked.key, {operation: asked, data: undefined, readAt: 0, reading: false, due: false})
  const at = answered.get(asked.key)
  if (closed > 0 && (at ?? 0) < closed) return within(asked, 'network-only')
  const old = at !== undefined && at < moment && asked.context.requestPolicy === 'cache-first'
  return old ? within(asked, 'cache-and-network') : asked
}

function within(asked: Operation, requestPolicy: 'network-only' | 'cache-and-network') {
  return makeOperation(asked.kind, asked, {...asked.context, requestPolicy})
}

function noteAnswer({operation, data, stale}: OperationResult) {
  const {key, kind} = operation
  if (kind === 'mutation') {
    sending.delete(key)
    noteVersions(data)
  }
  const one = shown.get(key)
  if (one) one.data = data
  if (kind !== 'query' || stale) return
  answered.set(key, moment)
  noteMissed(key, false)
  if (one) one.reading = false
}

function noteVersions(value: unknown) {
  if (!value || typeof value !== 'object') return
  const {id, version} = value as {id?: unknown; version?: unknown}
  if (typeof id === 'string' && typeof version === 'number') {
    if (own.size > MOST) own.clear()
    own.set(id, version)
  }
  for (const part of Object.values(value)) noteVersions(part)
}
