import type {DocumentNode} from 'graphql'

/** What others have changed since it was last looked at. */
export interface Told {
  types: Set<string>
  ids: Set<string>
  /** Types of which any record may be another one now, or gone. */
  stale: Set<string>
}

const activities = ['Activity', 'ActivityAttendee', 'ActivitySeries']
const deals = ['Deal', 'DealEvent', 'Stage']
const responses = ['ResponseEvent', 'Lead', 'LeadAnswer', 'Activity']

/** What root fields are worked out from that do not say so by the records in them. */
export const workedOut: Readonly<Record<string, readonly string[]>> = {
  activityCounts: activities,
  assignmentPreview: ['AssignmentRule', 'AssignmentSeat', 'Lead', 'Member'],
  assignmentSteps: ['AssignmentDecision', 'Lead'],
  calendar: activities,
  closings: deals,
  dayPart: activities,
  favoriteRecords: ['Favorite'],
  forecast: deals,
  forecastAccuracy: deals,
  leadQuality: [...responses, 'Deal', 'LeadConversion'],
  leadRipeness: [...responses, 'Qualification', 'Consent'],
  leadConversionPreview: ['Lead', 'Account', 'Contact', 'Deal', 'ActivityLink', 'Attachment', 'Consent'],
  myDay: activities,
  openPipeline: deals,
  progress: deals,
  qualification: ['Qualification', 'Weighing'],
  responseLeads: responses,
  responseQuestions: responses,
  responseTimes: responses,
  responseWait: responses,
  sharesOf: ['Share'],
  stalledDeals: deals,
  stallLimits: ['Stage'],
  teamDay: activities,
  unreadNotifications: ['Notification'],
  viewsOf: ['SavedView', 'DefaultView'],
  waitingDeals: [...deals, 'ActivityLink'],
  whoCanSee: ['Share'],
}

/** Lists that are put together from records of other types. */
const joined: Readonly<Record<string, readonly string[]>> = {
  TimelineEntry: [
    'Activity',
    'ActivityLink',
    'Attachment',
    'DealEvent',
    'Deal',
    'LeadEvent',
    'Lead',
    'Account',
    'Contact',
  ],
}

/** Fields of a record that stand for one of another type, or for none yet. */
const within: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Lead: {presence: ['Visit']},
}

/** Whether an answer may be another one after these changes: it has one of the records, or a list of their type. */
export function isTouched({query, data}: {query: DocumentNode; data: unknown}, told: Told): boolean {
  const some = (types: readonly string[] | undefined) => types?.some((type) => told.types.has(type)) ?? false
  if (rootsOf(query).some((root) => some(workedOut[root]))) return true
  const meets = (value: unknown, listed: boolean): boolean => {
    if (Array.isArray(value)) return value.some((one) => meets(one, true))
    if (!value || typeof value !== 'object') return false
    const {__typename: type, id} = value as {__typename?: string; id?: unknown}
    if (typeof id === 'string' && told.ids.has(id)) return true
    if (type !== undefined) {
      const of = type.replace(/Connection$/, '')
      const list = listed || of !== type
      if (Object.entries(within[type] ?? {}).some(([field, types]) => field in value && some(types))) return true
      if (told.stale.has(type) || (list && (told.types.has(of) || some(joined[of])))) return true
    }
    return Object.values(value).some((one) => meets(one, false))
  }
  return meets(data, false)
}

const slow = [
  'activityCounts',
  'closings',
  'forecast',
  'leadQuality',
  'openPipeline',
  'progress',
  'responseTimes',
  'stalledDeals',
  'waitingDeals',
]

/** Worked out from so many records that it is not asked with each of them. */
export const isSlow = (query: DocumentNode) => rootsOf(query).some((root) => slow.includes(root))

/** The bell is looked at even where the page is not. */
export const isBell = (query: DocumentNode) => rootsOf(query).includes('unreadNotifications')

function rootsOf({definitions}: DocumentNode): string[] {
  return definitions.flatMap((one) =>
    (one.kind as string) === 'OperationDefinition' && 'selectionSet' in one
      ? one.selectionSet.selections.flatMap((root) =>
          (root.kind as string) === 'Field' && 'name' in root ? [root.name.value] : [],
        )
      : [],
  )
}
