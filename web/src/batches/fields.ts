/** A field that many records may be given at once, by its name in the update. */
export interface BulkField {
  name: string
  label: string
  kind: 'text' | 'day' | 'money' | 'number' | 'account'
  /** It may be left empty, and is then taken away. */
  optional?: boolean
}

/** The records that a change is for. */
export interface Aim {
  object: 'Deal' | 'Account' | 'Contact' | 'Lead'
  target: {filter: Record<string, unknown> | null; search: string | null}
  chosen: number
  /** The name of one of them. */
  example: string
}
