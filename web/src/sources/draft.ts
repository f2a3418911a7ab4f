import type {LeadField, QuestionKind, SourceQuestionInput, SourceRowFragment} from '../gql/graphql'

/** A question as it is being edited; `key` tells it apart while its words change. */
export interface Draft {
  key: number
  label: string
  field: LeadField | ''
  kind: QuestionKind
  required: boolean
  options: string
}

let last = 0

export const blank = (): Draft => ({key: ++last, label: '', field: '', kind: 'LINE', required: false, options: ''})

export const draftOf = ({questions}: Pick<SourceRowFragment, 'questions'>): Draft[] =>
  questions.map(({label, field, kind, required, options}) => ({
    key: ++last,
    label,
    field: field ?? '',
    kind,
    required,
    options: options ?? '',
  }))

export const linesOf = (options: string) =>
  options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const inputOf = (drafts: Draft[]): SourceQuestionInput[] =>
  drafts.map(({label, field, kind, required, options}) => ({
    label: label.trim(),
    field: field || null,
    kind,
    required,
    options: kind === 'CHOICE' ? linesOf(options) : null,
  }))

/** One step up or down. */
export function moved(drafts: Draft[], place: number, by: 1 | -1): Draft[] {
  const next = [...drafts]
  const [one] = next.splice(place, 1)
  if (one) next.splice(Math.max(0, place + by), 0, one)
  return next
}

const usual: Partial<Record<LeadField, QuestionKind>> = {EMAIL: 'EMAIL', PHONE: 'PHONE', MESSAGE: 'TEXT'}

/** What is asked for mostly says how it is asked. */
export const asking = (draft: Draft, field: LeadField | ''): Draft => ({
  ...draft,
  field,
  kind: (field && usual[field]) || (draft.kind === 'CHOICE' ? 'CHOICE' : 'LINE'),
})
