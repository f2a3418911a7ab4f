import {textIn} from '../ui/address'

/** What of the reference is shown: one type, or what was found. */
export interface ReferenceView {
  type?: string
  q?: string
}

export function readReference(given: Record<string, unknown>): ReferenceView {
  return {type: textIn(given.type), q: textIn(given.q)}
}
