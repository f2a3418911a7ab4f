import type {ActivityKind, CallDirection, CallOutcome, CreateActivityInput} from '../gql/graphql'
import {today} from '../ui/formats'

/** What is being written down, as its fields hold it. */
export interface Draft {
  kind: ActivityKind
  text: string
  /** YYYY-MM-DD, or nothing. */
  on: string
  /** HH:MM, or nothing. */
  time: string
  minutes: string
  location: string
  outcome: CallOutcome
  direction: CallDirection
  high: boolean
  repeat: string
  /** The day on which it stops to repeat. */
  until: string
}

const LONGEST_SUBJECT = 200

export function empty(kind: ActivityKind): Draft {
  return {
    kind,
    text: '',
    on: kind === 'MEETING' || kind === 'TASK' ? today() : '',
    time: kind === 'MEETING' ? '10:00' : '',
    minutes: '60',
    location: '',
    outcome: 'CONNECTED',
    direction: 'OUTBOUND',
    high: false,
    repeat: '',
    until: '',
  }
}

/** A repeat has an end. */
export const isEndless = ({repeat, until, on}: Draft) => repeat !== '' && (until === '' || until < on)

/** As the server takes it; `plain` is what it is called when nothing was written. */
export function inputOf(draft: Draft, plain: string): CreateActivityInput {
  const {kind, on, time, location, outcome, direction, high, repeat, until} = draft
  const text = draft.text.trim()
  const {subject, body} = parted(text || plain)
  if (kind === 'NOTE') return {kind, subject, body: text}
  if (kind === 'CALL') return {kind, subject, body, outcome, direction, done: true}
  const common = {
    subject,
    body,
    priority: high ? ('HIGH' as const) : undefined,
    repeat: repeat ? `${repeat};UNTIL=${until.replaceAll('-', '')}` : undefined,
  }
  if (kind === 'TASK') return {kind, ...common, ...(on && time ? {dueAt: `${on}T${time}`} : {dueOn: on || undefined})}
  const startsAt = `${on || today()}T${time || '09:00'}`
  return {
    kind,
    ...common,
    startsAt,
    endsAt: later(startsAt, Number(draft.minutes)),
    location: location.trim() || undefined,
  }
}

/** The first line is the subject; what is below it, or does not fit, is the text. */
export function parted(text: string): {subject: string; body?: string} {
  const [first = '', ...rest] = text.split('\n')
  if (first.length > LONGEST_SUBJECT) return {subject: `${first.slice(0, LONGEST_SUBJECT - 1)}…`, body: text}
  const body = rest.join('\n').trim()
  return body ? {subject: first.trim(), body} : {subject: first.trim()}
}

/** Minutes after a moment on the wall clock, whatever the browser's own zone is. */
export function later(moment: string, minutes: number): string {
  return new Date(Date.parse(`${moment}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
}
