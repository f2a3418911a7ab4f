import {graphql} from 'cm6-graphql'
import {schema} from '../schema'

/** The address in the reference of what a click names. */
const addressOf = (field?: string, type?: string, parent?: string) =>
  field && parent
    ? `/settings/reference?type=${parent}#${parent}.${field}`
    : `/settings/reference?type=${(type ?? 'Query').replace(/[![\]]/g, '')}`

/** Completes and checks by the contract; a click with Ctrl shows a field in the reference, beside this page. */
export const operationLanguage = graphql(schema, {
  onShowInDocs: (field, type, parent) => void window.open(addressOf(field, type, parent), '_blank', 'noopener'),
})
