import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type StringValueNode,
  type TypeNode,
} from 'graphql'
import sdl from '../../../graphql/schema.graphql?raw'

export interface Argument {
  name: string
  type: string
  named: string
  standard?: string
  description: string
}

/** A field, an input's field, or a value of an enum, which has no type. */
export interface Part extends Omit<Argument, 'type' | 'named'> {
  type?: string
  named?: string
  args: Argument[]
  deprecated?: string
}

export type Sort = 'object' | 'interface' | 'union' | 'input' | 'enum' | 'scalar'

export interface Described {
  name: string
  sort: Sort
  description: string
  parts: Part[]
  /** What an object implements, or a union is made of. */
  others: string[]
}

const sorts: Partial<Record<DefinitionNode['kind'], Sort>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
}
const FIRST = ['Query', 'Mutation', 'Subscription']

/** The types of the contract as it was built in: the operations first, the others by name. */
export const contract: Described[] = parse(sdl, {noLocation: true})
  .definitions.flatMap((one) => described(one) ?? [])
  .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'))

function rank({name}: Described) {
  return FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length
}

function described(one: DefinitionNode): Described | undefined {
  const sort = sorts[one.kind]
  if (!sort || !('name' in one) || !one.name) return undefined
  const fields = 'fields' in one ? (one.fields ?? []) : []
  const values = 'values' in one ? (one.values ?? []) : []
  const named = 'interfaces' in one ? one.interfaces : 'types' in one ? one.types : []
  return {
    name: one.name.value,
    sort,
    description: said('description' in one ? one.description : undefined),
    parts: [
      ...fields.map(part),
      ...values.map(({name, description, directives}) => ({
        name: name.value,
        description: said(description),
        args: [],
        deprecated: reason(directives),
      })),
    ],
    others: (named ?? []).flatMap((other) => ('name' in other ? other.name.value : [])),
  }
}

function part(field: FieldDefinitionNode | InputValueDefinitionNode): Part {
  const args = 'arguments' in field ? (field.arguments ?? []).map(argument) : []
  const standard = 'defaultValue' in field && field.defaultValue ? print(field.defaultValue) : undefined
  return {...typed(field), standard, args, deprecated: reason(field.directives)}
}

function argument(given: InputValueDefinitionNode): Argument {
  return {...typed(given), standard: given.defaultValue ? print(given.defaultValue) : undefined}
}

function typed({name, type, description}: FieldDefinitionNode | InputValueDefinitionNode) {
  return {name: name.value, type: print(type), named: innermost(type), description: said(description)}
}

function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type)
}

function said(text?: StringValueNode) {
  return (text?.value ?? '').trim()
}

function reason(directives: readonly ConstDirectiveNode[] | undefined) {
  const mark = directives?.find(({name}) => name.value === 'deprecated')
  if (!mark) return undefined
  const told = mark.arguments?.find(({name}) => name.value === 'reason')?.value
  return told?.kind === Kind.STRING ? told.value : ''
}

export interface Hit {
  type: string
  part?: string
  description: string
}

const MOST = 60

/** Types and fields whose names have all the words; what begins with them first. */
export function find(asked: string): Hit[] {
  const words = asked
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean)
  const all = contract.flatMap(({name, description, parts}): Hit[] => [
    {type: name, description},
    ...parts.map((one) => ({type: name, part: one.name, description: one.description})),
  ])
  const fits = ({type, part = ''}: Hit) => words.every((word) => `${type}.${part}`.toLowerCase().includes(word))
  const last = words.at(-1) ?? ''
  const far = ({type, part}: Hit) => ((part ?? type).toLowerCase().startsWith(last) ? 0 : 2) + (part ? 1 : 0)
  return all
    .filter(fits)
    .sort((a, b) => far(a) - far(b))
    .slice(0, MOST)
}
