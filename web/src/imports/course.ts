import type {ImportStatus} from '../gql/graphql'

/** The steps that a person sees, and where an import stands among them. */
export const steps = ['files', 'columns', 'check', 'run', 'report'] as const
export type Step = (typeof steps)[number]

const standing: Record<ImportStatus, Step> = {
  DRAFT: 'columns',
  CHECKING: 'check',
  CHECKED: 'check',
  RUNNING: 'run',
  DONE: 'report',
  FAILED: 'run',
  UNDOING: 'report',
  UNDONE: 'report',
}

export const stepOf = (status: ImportStatus): Step => standing[status]

/** The server is at it: its progress is asked for again and again. */
export const isAtWork = (status: ImportStatus) => status === 'CHECKING' || status === 'RUNNING' || status === 'UNDOING'
