import type {
  ActivityInFullQuery,
  ActivityKind,
  ActivityPriority,
  AttendeeInput,
  CallDirection,
  CallOutcome,
  CreateActivityInput,
  UpdateActivityInput,
} from '../../gql/graphql'
import {today} from '../../ui/formats'
import {wallOf, wallText} from '../../ui/wall'
import type {Begun} from '../begun'
import type {Hanger} from '../records'
import {never, readRule, type Repeating, ruleOf} from './rule'

export type Whole = NonNullable<ActivityInFullQuery['activity']>

export interface Guest {
  kind: 'member' | 'contact'
  id: string
  name: string
}

/** All fields of an activity, as its editor holds them. */
export interface Form {
  kind: ActivityKind
  subject: string
  body: string
  owner: {id: string; name: string} | null
  on: string
  time: string
  endOn: string
  endTime: string
  location: string
  priority: ActivityPriority
  direction: CallDirection | ''
  outcome: CallOutcome | ''
  remind: string
  repeat: Repeating
  /** Of its people alone. */
  private: boolean
  /** The rule says more than the fields can show: it stays as it is. */
  kept: boolean
  records: readonly Hanger[]
  guests: readonly Guest[]
}

const bare: Omit<Form, 'kind' | 'owner'> = {
  subject: '',
  body: '',
  on: '',
  time: '',
  endOn: '',
  endTime: '',
  location: '',
  priority: 'NORMAL',
  direction: '',
  outcome: '',
  remind: '',
  repeat: never,
  private: false,
  kept: false,
  records: [],
  guests: [],
}

const split = (wall: number): [string, string] => [wallText(wall).slice(0, 10), wallText(wall).slice(11)]

export function begin({at, kind, here}: Begun, owner: {id: string; name: string}): Form {
  const records = here ? [here] : []
  if (!at) return {...bare, kind: kind ?? 'TASK', owner, on: today(), records}
  const [on, time] = split(at.start)
  const [endOn, endTime] = split(at.end)
  if (at.whole) return {...bare, kind: kind ?? 'TASK', owner, on, records}
  return {...bare, kind: kind ?? 'MEETING', owner, on, time, endOn, endTime, records}
}

export function formOf(said: Whole): Form {
  const {kind, subject, body, owner, dueOn, dueAt, startsAt, endsAt, location, priority} = said
  const at = startsAt ?? dueAt
  const [on, time] = dueOn ? [dueOn, ''] : at ? split(wallOf(at)) : ['', '']
  const [endOn, endTime] = endsAt ? split(wallOf(endsAt)) : ['', '']
  const rule = said.series && !said.series.endedAt ? said.series.rule : null
  const repeat = rule ? readRule(rule) : never
  return {
    ...{kind, subject, body: body ?? '', owner: owner ?? null, on, time, endOn, endTime, priority},
    location: location ?? '',
    direction: said.direction ?? '',
    outcome: said.outcome ?? '',
    remind: said.remindMinutes == null ? '' : String(said.remindMinutes),
    repeat: repeat ?? never,
    private: said.private,
    kept: repeat === null,
    records: said.links.flatMap(({derived, deal, account, contact, lead}): Hanger[] => {
      if (derived) return []
      if (deal) return [{kind: 'deal', ...named(deal)}]
      if (account) return [{kind: 'account', ...named(account)}]
      if (lead) return [{kind: 'lead', ...named(lead)}]
      return contact ? [{kind: 'contact', ...named(contact)}] : []
    }),
    guests: said.attendees.flatMap(({member, contact}): Guest[] => {
      if (member) return [{kind: 'member', ...named(member)}]
      return contact ? [{kind: 'contact', ...named(contact)}] : []
    }),
  }
}

const named = ({id, name}: {id: string; name: string}) => ({id, name})

export const talks = (kind: ActivityKind) => kind === 'MEETING' || kind === 'CALL'

/** A call with a length starts and ends; one without is due, as a task is. */
export const lasts = ({kind, endTime}: Form) => kind === 'MEETING' || (kind === 'CALL' && endTime !== '')

type Said = Omit<UpdateActivityInput, 'id' | 'version'>

function times(form: Form): Said {
  const {kind, on, time, endOn, endTime} = form
  if (kind === 'NOTE') return {}
  const none = kind === 'TASK' ? {dueOn: null, dueAt: null} : {startsAt: null, endsAt: null}
  if (lasts(form)) {
    const startsAt = on && time ? `${on}T${time}` : null
    const endsAt = startsAt && endTime ? `${endOn || on}T${endTime}` : null
    return kind === 'CALL' ? {dueOn: null, dueAt: null, startsAt, endsAt} : {startsAt, endsAt}
  }
  if (!on) return none
  return {...none, ...(time ? {dueOn: null, dueAt: `${on}T${time}`} : {dueOn: on, dueAt: null})}
}

function fields(form: Form): Said {
  const {kind, subject, body, owner, location, priority, direction, outcome, remind, records, guests} = form
  const ids = (of: Hanger['kind']) => records.filter((one) => one.kind === of).map(({id}) => id)
  const attendees = guests.map((one): AttendeeInput =>
    one.kind === 'member' ? {memberId: one.id} : {contactId: one.id},
  )
  return {
    ...{subject, body: body || null, ownerId: owner?.id, private: form.private, ...times(form)},
    ...(kind === 'NOTE' ? {} : {priority, remindMinutes: remind === '' ? null : Number(remind)}),
    ...(talks(kind) ? {location: location.trim() || null, attendees} : {}),
    ...(kind === 'CALL' ? {direction: direction || null, outcome: outcome || null} : {}),
    ...{dealIds: ids('deal'), accountIds: ids('account'), contactIds: ids('contact'), leadIds: ids('lead')},
  }
}

export function creation(form: Form): CreateActivityInput {
  return {
    ...fields(form),
    subject: form.subject,
    kind: form.kind,
    repeat: form.kind === 'NOTE' ? undefined : ruleOf(form.repeat),
  }
}

/** The fields that were changed, and no others: what a colleague has changed meanwhile stays. */
export function edition(form: Form, was: Form, {id, version}: Whole): UpdateActivityInput {
  const before = fields(was) as Record<string, unknown>
  const changed = Object.entries(fields(form)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  )
  const rule = ruleOf(form.repeat)
  const repeats = rule === ruleOf(was.repeat) || form.kept ? {} : {repeat: rule}
  return {...Object.fromEntries(changed), ...repeats, id, version}
}
