import type {DealFilter, DealOrder, DealStatus} from '../gql/graphql'
import {dayIn, textIn} from '../ui/address'
import {created, filterBy, orderOf, type Vocabulary, whose} from '../views'

/** What the address says about a page of deals. Everything in it can be sent to a colleague. */
export interface View {
  q?: string
  owner?: string
  team?: string
  status?: DealStatus
  stage?: string
  account?: string
  contact?: string
  /** Amounts, as exact decimals. */
  min?: string
  max?: string
  /** Closing days, YYYY-MM-DD. */
  from?: string
  to?: string
  /** Days on which it was made. */
  since?: string
  until?: string
  sort?: string
  /** The columns that are shown, where somebody chose them, and the saved view that is open. */
  cols?: string
  view?: string
  pipeline?: string
  /** Open deals that stand in their stage for longer than it may be. */
  stalled?: '1'
  /** Why it was lost; lost deals of which nobody said why. */
  reason?: string
  unsaid?: '1'
  /** Deals on which nothing is planned, deals of nobody. */
  idle?: '1'
  nobody?: '1'
  /** Deals without an expected close, deals without an amount. */
  undated?: '1'
  unpriced?: '1'
  /** Deals that ever entered this stage. */
  entered?: string
  /** When they were opened: from this moment, until before that one. */
  openedFrom?: string
  openedTo?: string
  /** The deal whose panel is open. */
  deal?: string
}

/** For how long a deal may stand in a stage: those that entered it before are stalled. */
export interface StallLimit {
  stage: {id: string}
  enteredBefore: string
}

const words = [
  ...(['q', 'owner', 'team', 'stage', 'account', 'contact', 'reason', 'entered'] as const),
  ...(['sort', 'cols', 'view', 'pipeline', 'deal'] as const),
]
const marks = ['stalled', 'idle', 'nobody', 'unsaid', 'undated', 'unpriced'] as const
const statuses: readonly string[] = ['OPEN', 'WON', 'LOST']
const days = ['from', 'to', 'since', 'until'] as const
const isOpen = {'or.1.status.eq': 'OPEN'}

export const dealList: Vocabulary = {
  object: 'Deal',
  peek: 'deal',
  places: {
    ...whose,
    status: {at: ['status.eq']},
    stage: {at: ['stage.id.eq']},
    account: {at: ['account.id.eq']},
    contact: {at: ['contact.id.eq']},
    min: {at: ['amount.gte']},
    max: {at: ['amount.lte']},
    from: {at: ['or.0.closedOn.gte', 'or.1.expectedCloseOn.gte'], also: isOpen},
    to: {at: ['or.0.closedOn.lte', 'or.1.expectedCloseOn.lte'], also: isOpen},
    ...created,
    stalled: stalledBy([]),
    idle: {field: 'activityLinks', choices: {1: {none: {awaitedAt: {isNull: false}}}}},
    nobody: {field: 'owner', choices: {1: {id: {isNull: true}}}},
    reason: {at: ['lossReason.id.eq']},
    unsaid: {field: 'lossReason', choices: {1: {id: {isNull: true}}}},
    undated: {field: 'expectedCloseOn', choices: {1: {isNull: true}}},
    unpriced: {field: 'amount', choices: {1: {isNull: true}}},
    entered: {at: ['history.some.toStage.id.eq']},
    openedFrom: {at: ['openedAt.gte']},
    openedTo: {at: ['openedAt.lt']},
  },
  sortable: ['name', 'amount', 'lossRemark', 'expectedCloseOn', 'closedOn', 'stageEnteredAt', 'createdAt', 'updatedAt'],
  plain: '-updatedAt',
}

/** The list in which something can be stalled: without the limits of the stages nothing is, better none than all. */
export function dealListBy(limits: readonly StallLimit[]): Vocabulary {
  return {...dealList, places: {...dealList.places, stalled: stalledBy(limits)}}
}

function stalledBy(limits: readonly StallLimit[]) {
  const past = limits.map(({stage, enteredBefore}) => ({
    stage: {id: {eq: stage.id}},
    stageEnteredAt: {lt: enteredBefore},
  }))
  return {field: 'not', choices: {1: past.length ? {not: {status: {eq: 'OPEN'}, or: past}} : {not: {id: {in: []}}}}}
}

/** The words of a board: it shows every stage, and orders its columns in its own ways. */
export const boardWords = ['q', 'owner', 'team', 'pipeline'] as const
const filters = ['q', ...Object.keys(dealList.places)] as (keyof View)[]

/** Reads an address; what makes no sense in it is left out, never passed on. */
export function readView(raw: Record<string, unknown>): View {
  const view: View = {}
  for (const word of words) {
    const text = textIn(raw[word])
    if (text) view[word] = text
  }
  const status = textIn(raw.status)
  if (status && statuses.includes(status)) view.status = status as DealStatus
  for (const bound of ['min', 'max'] as const) {
    const text = textIn(raw[bound])
    if (text && /^\d+(\.\d{1,4})?$/.test(text)) view[bound] = text
  }
  for (const mark of marks) {
    if (textIn(raw[mark]) === '1') view[mark] = '1'
  }
  for (const bound of ['openedFrom', 'openedTo'] as const) {
    const text = textIn(raw[bound])
    if (text && /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) view[bound] = text
  }
  for (const bound of days) {
    const day = dayIn(raw[bound])
    if (day) view[bound] = day
  }
  return view
}

export const isFiltered = (view: View) => filters.some((name) => view[name] !== undefined)

/** The same view without its filters. */
export function unfiltered({sort, cols, pipeline, deal}: View): View {
  return {sort, cols, pipeline, deal}
}

/** `me` is who looks. */
export const filterOf = (view: View, me?: string) => filterBy(dealList.places, {...view}, me) as DealFilter | null

/** A board shows every stage, so what only a list asks is left out of its filter. */
export const boardFilterOf = ({owner, team}: View, me: string) => filterOf({owner, team}, me)

/** Columns are in the order of closing: the open ones by what is due, the closed ones by the latest. */
export const boardOrders: Record<string, DealOrder[]> = {
  close: [{closedOn: 'DESC'}, {expectedCloseOn: 'ASC'}],
  amount: [{amount: 'DESC'}],
  entered: [{stageEnteredAt: 'DESC'}],
  name: [{name: 'ASC'}],
}

export const boardOrderOf = ({sort}: View): DealOrder[] => boardOrders[sort ?? ''] ?? boardOrders.close ?? []

/** `-amount` is the largest first. */
export const sortOf = ({sort}: View) => orderOf(dealList, sort)

export function listOrderOf(view: View): DealOrder[] {
  const {by, down} = sortOf(view)
  return [{[by]: down ? 'DESC' : 'ASC'}]
}
