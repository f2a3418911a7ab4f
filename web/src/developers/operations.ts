import {
  type DocumentNode,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql'

/** The operations of a document; none while it cannot be read. */
export function operationsIn(text: string): OperationDefinitionNode[] {
  return read(text)?.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION) ?? []
}

/** The operation that is run: the one that was chosen, where there are several, else the first. */
export function operationIn(text: string, chosen = ''): OperationDefinitionNode | undefined {
  const all = operationsIn(text)
  return all.find(({name}) => name?.value === chosen) ?? all[0]
}

export interface Trouble {
  variable: string
  message: string
}

/** What the variables lack, by the types that the operation says. */
export function troubles(schema: GraphQLSchema, operation: OperationDefinitionNode, given: object): Trouble[] {
  const definitions = operation.variableDefinitions ?? []
  const found = getVariableValues(schema, definitions, given as Record<string, unknown>)
  return (found.errors ?? []).flatMap(({message, nodes}) => {
    const node = nodes?.[0]
    return node?.kind === Kind.VARIABLE_DEFINITION ? {variable: node.variable.name.value, message} : []
  })
}

function read(text: string): DocumentNode | undefined {
  try {
    return parse(text, {noLocation: true})
  } catch {
    return undefined
  }
}
