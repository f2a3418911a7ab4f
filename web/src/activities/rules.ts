import type {Cache, DataFields, OptimisticMutationConfig, UpdateResolver} from '@urql/exchange-graphcache'
import {today} from '../ui/formats'
import {instantOf, wallFrom} from '../ui/wall'

interface Aimed {
  input: {
    id: string
    dueOn?: string | null
    dueAt?: string | null
    startsAt?: string | null
    endsAt?: string | null
    outcome?: string | null
  }
}

const changes = [
  'createActivity',
  'moveActivity',
  'completeActivity',
  'cancelActivity',
  'reopenActivity',
  'deleteActivity',
  'restoreActivity',
]

/** How the cache follows a change of an activity, before the server's answer and after it. */
export const activityRules: {updates: Record<string, UpdateResolver>; optimistic: OptimisticMutationConfig} = {
  optimistic: {
    completeActivity: (args) =>
      answer('CompleteActivityPayload', {
        id: (args as unknown as Aimed).input.id,
        status: 'DONE',
        doneAt: new Date().toISOString(),
      }),
    cancelActivity: (args) =>
      answer('CancelActivityPayload', {id: (args as unknown as Aimed).input.id, status: 'CANCELLED'}),
    reopenActivity: (args) =>
      answer('ReopenActivityPayload', {id: (args as unknown as Aimed).input.id, status: 'OPEN', doneAt: null}),
    moveActivity: (args) => {
      const {id, dueOn, dueAt, startsAt, endsAt} = (args as unknown as Aimed).input
      const activity: DataFields = {id}
      if (dueOn) Object.assign(activity, {dueOn, dueAt: null})
      if (dueAt) Object.assign(activity, {dueAt: momentOf(dueAt), dueOn: null})
      if (startsAt) Object.assign(activity, {startsAt: momentOf(startsAt), dueOn: null, dueAt: null})
      if (endsAt) activity.endsAt = momentOf(endsAt)
      return answer('MoveActivityPayload', activity)
    },
  },
  updates: Object.fromEntries(
    changes.map((name): [string, UpdateResolver] => [
      name,
      (result, _args, cache, info) => {
        const {problems} = result[name] as {problems: unknown[]}
        if (!info.optimistic && !problems.length) forgetWhereShown(cache)
      },
    ]),
  ),
}

/** What is sent without an offset is on the member's clock. */
const momentOf = (said: string) => (/^.{10}T\d\d:\d\d$/.test(said) ? instantOf(wallFrom(said)) : said)

function answer(type: string, activity: DataFields): DataFields {
  return {__typename: type, activity: {__typename: 'Activity', ...activity}, problems: []}
}

/** Days are read again at once when shown; a timeline reads its own first page again. */
function forgetWhereShown(cache: Cache) {
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (fieldName === 'dayPart') cache.invalidate('Query', fieldKey)
  }
}

/** Whether an open activity's time has passed. */
export function isLate(activity: {
  status: string
  dueOn?: string | null
  dueAt?: string | null
  endsAt?: string | null
  startsAt?: string | null
}): boolean {
  if (activity.status !== 'OPEN') return false
  if (activity.dueOn) return activity.dueOn < today()
  const moment = activity.dueAt ?? activity.endsAt ?? activity.startsAt
  return moment != null && Date.parse(moment) < Date.now()
}
