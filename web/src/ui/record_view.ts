/** The parts of a record's page, one at a time on phones. */
export const tabs = ['summary', 'timeline', 'related'] as const
export type Tab = (typeof tabs)[number]

/** What the address of a record's page may say. */
export interface RecordView {
  /** The part that a phone shows. */
  tab?: Tab
}

export function readRecordView({tab}: Record<string, unknown>): RecordView {
  const known = tabs.find((one) => one === tab)
  return known ? {tab: known} : {}
}
