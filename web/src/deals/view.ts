import type {DealFilter, DealOrder, DealStatus} from '../gql/graphql'

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
  sort?: string
  pipeline?: string
  /** The deal whose panel is open. */
  deal?: string
}

const words = ['q', 'owner', 'team', 'stage', 'account', 'contact', 'sort', 'pipeline', 'deal'] as const
const statuses: readonly string[] = ['OPEN', 'WON', 'LOST']
const filters = ['q', 'owner', 'team', 'status', 'stage', 'account', 'contact', 'min', 'max', 'from', 'to'] as const

/** Reads an address; what makes no sense in it is left out, never passed on. */
export function readView(raw: Record<string, unknown>): View {
  const view: View = {}
  for (const word of words) {
    const text = textOf(raw[word])
    if (text) view[word] = text
  }
  const status = textOf(raw.status)
  if (status && statuses.includes(status)) view.status = status as DealStatus
  for (const bound of ['min', 'max'] as const) {
    const text = textOf(raw[bound])
    if (text && /^\d+(\.\d{1,4})?$/.test(text)) view[bound] = text
  }
  for (const bound of ['from', 'to'] as const) {
    const text = textOf(raw[bound])
    if (text && isDay(text)) view[bound] = text
  }
  return view
}

export const isFiltered = (view: View) => filters.some((name) => view[name] !== undefined)

/** The same view without its filters. */
export function unfiltered({sort, pipeline, deal}: View): View {
  return {sort, pipeline, deal}
}

export function filterOf(view: View): DealFilter | null {
  const filter: DealFilter = {}
  if (view.owner || view.team) {
    filter.owner = {...(view.owner && {id: {eq: view.owner}}), ...(view.team && {team: {id: {eq: view.team}}})}
  }
  if (view.status) filter.status = {eq: view.status}
  if (view.stage) filter.stage = {id: {eq: view.stage}}
  if (view.account) filter.account = {id: {eq: view.account}}
  if (view.contact) filter.contact = {id: {eq: view.contact}}
  if (view.min ?? view.max) filter.amount = {...(view.min && {gte: view.min}), ...(view.max && {lte: view.max})}
  if (view.from ?? view.to) {
    const days = {...(view.from && {gte: view.from}), ...(view.to && {lte: view.to})}
    filter.or = [{closedOn: days}, {status: {eq: 'OPEN'}, expectedCloseOn: days}]
  }
  return Object.keys(filter).length ? filter : null
}

/** A board shows every stage, so what only a list asks is left out of its filter. */
export function boardFilterOf({owner, team}: View): DealFilter | null {
  return filterOf({owner, team})
}

/** Columns are in the order of closing: the open ones by what is due, the closed ones by the latest. */
export const boardOrders: Record<string, DealOrder[]> = {
  close: [{closedOn: 'DESC'}, {expectedCloseOn: 'ASC'}],
  amount: [{amount: 'DESC'}],
  entered: [{stageEnteredAt: 'DESC'}],
  name: [{name: 'ASC'}],
}

export const boardOrderOf = ({sort}: View): DealOrder[] => boardOrders[sort ?? ''] ?? boardOrders.close ?? []

export const sortable = ['name', 'amount', 'expectedCloseOn', 'closedOn', 'stageEnteredAt', 'updatedAt'] as const
export type Sortable = (typeof sortable)[number]

/** `-amount` is the largest first. */
export function sortOf({sort}: View): {by: Sortable; down: boolean} {
  const by = sortable.find((name) => name === sort?.replace(/^-/, ''))
  return by ? {by, down: sort?.startsWith('-') ?? false} : {by: 'updatedAt', down: true}
}

export function listOrderOf(view: View): DealOrder[] {
  const {by, down} = sortOf(view)
  return [{[by]: down ? 'DESC' : 'ASC'}]
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  )
}
