import type {ActivityFilter, ActivityKind} from '../gql/graphql'

/** Which activities a number counted. */
export interface DoneView {
  owner?: string
  nobody?: '1'
  team?: string
  kind?: ActivityKind
  /** Moments: from this one until before that one. */
  since?: string
  before?: string
}

const KINDS: readonly unknown[] = ['CALL', 'MEETING', 'TASK', 'NOTE']

export function readDone(raw: Record<string, unknown>): DoneView {
  const view: DoneView = {}
  for (const name of ['owner', 'team'] as const) {
    const text = raw[name]
    if (typeof text === 'string' && text) view[name] = text
  }
  if (raw.nobody === '1' || raw.nobody === 1) view.nobody = '1'
  if (KINDS.includes(raw.kind)) view.kind = raw.kind as ActivityKind
  for (const end of ['since', 'before'] as const) {
    const text = raw[end]
    if (typeof text === 'string' && !Number.isNaN(Date.parse(text))) view[end] = text
  }
  return view
}

export function doneFilter({owner, nobody, team, kind, since, before}: DoneView): ActivityFilter {
  const id = nobody ? {isNull: true} : {eq: owner}
  const named = owner ?? nobody
  return {
    status: {eq: 'DONE'},
    ...((named ?? team) && {owner: {...(named && {id}), ...(team && {team: {id: {eq: team}}})}}),
    ...(kind && {kind: {eq: kind}}),
    ...((since ?? before) && {at: {...(since && {gte: since}), ...(before && {lt: before})}}),
  }
}
