import {dayIn, textIn} from '../ui/address'

/** What the address says about the list of leads. */
export interface LeadView {
  q?: string
  owner?: string
  team?: string
  /** With nobody to answer it. */
  nobody?: '1'
  /** OPEN stands for all that are worked on. */
  status?: Shown
  /** Whether somebody has tried to answer, and whether they were reached. */
  answer?: 'WAITING' | 'ESCALATED' | 'REACHED'
  source?: string
  channel?: string
  score?: 'HIGH' | 'LOW'
  /** Whether it is ripe, by what the company goes by. */
  ripe?: 'YES' | 'NO'
  /** Days on which it came in. */
  since?: string
  until?: string
  sort?: string
  cols?: string
  view?: string
  /** The lead whose panel is open. */
  lead?: string
}

const statuses = ['OPEN', 'NEW', 'WORKING', 'QUALIFIED', 'CONVERTED', 'UNFIT'] as const
export type Shown = (typeof statuses)[number]

const texts = ['q', 'owner', 'team', 'source', 'channel', 'sort', 'cols', 'view', 'lead'] as const

const among = <Word extends string>(said: unknown, words: readonly Word[]) => words.find((word) => word === said)

export function readLeads(raw: Record<string, unknown>): LeadView {
  const view: LeadView = {
    since: dayIn(raw.since),
    until: dayIn(raw.until),
    nobody: textIn(raw.nobody) === '1' ? '1' : undefined,
    status: among(raw.status, statuses),
    answer: among(raw.answer, ['WAITING', 'ESCALATED', 'REACHED'] as const),
    score: among(raw.score, ['HIGH', 'LOW'] as const),
    ripe: among(raw.ripe, ['YES', 'NO'] as const),
  }
  for (const word of texts) view[word] = textIn(raw[word])
  return Object.fromEntries(Object.entries(view).filter(([, said]) => said !== undefined))
}
