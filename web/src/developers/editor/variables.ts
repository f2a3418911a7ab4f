import type {Completion, CompletionContext} from '@codemirror/autocomplete'
import {json, jsonLanguage, jsonParseLinter} from '@codemirror/lang-json'
import {type Diagnostic, linter} from '@codemirror/lint'
import {StateEffect, StateField} from '@codemirror/state'
import type {EditorView} from '@codemirror/view'
import {type OperationDefinitionNode, print} from 'graphql'
import {readVariables} from '../asking'
import {troubles} from '../operations'
import {schema} from '../schema'

type Operation = OperationDefinitionNode | undefined

/** Tells the variables for which operation they are. */
export const setOperation = StateEffect.define<Operation>()

const operationField = StateField.define<Operation>({
  create: () => undefined,
  update: (held, {effects}) =>
    effects.reduce<Operation>((before, one) => (one.is(setOperation) ? one.value : before), held),
})

const checkJson = jsonParseLinter()

function check(view: EditorView): readonly Diagnostic[] {
  const text = view.state.doc.toString()
  const [operation, given] = [view.state.field(operationField), readVariables(text)]
  if (!given) return checkJson(view)
  if (!operation) return []
  return troubles(schema, operation, given).map(({variable, message}) => {
    const at = text.indexOf(`"${variable}"`)
    const [from, to] = at < 0 ? [0, text.length] : [at, at + variable.length + 2]
    return {from, to, message, severity: 'error'}
  })
}

/** The names of the operation's variables, where a name is written. */
function complete(context: CompletionContext) {
  const word = context.matchBefore(/"?\w*/)
  const before = context.state.sliceDoc(0, word?.from ?? context.pos).trimEnd()
  if (!word || !(context.explicit || word.from < word.to) || !/[{,]$/.test(before)) return null
  const options = (context.state.field(operationField)?.variableDefinitions ?? []).map(
    ({variable, type}): Completion => ({
      label: `"${variable.name.value}"`,
      detail: print(type),
      apply: `"${variable.name.value}": `,
    }),
  )
  return {from: word.from, options}
}

export const variableLanguage = [
  json(),
  operationField,
  jsonLanguage.data.of({autocomplete: complete}),
  linter(check, {
    needsRefresh: ({startState, state}) => startState.field(operationField) !== state.field(operationField),
  }),
]
