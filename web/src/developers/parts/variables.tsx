import type {EditorView} from '@codemirror/view'
import {useLingui} from '@lingui/react/macro'
import type {OperationDefinitionNode} from 'graphql'
import {useEffect, useState} from 'react'
import {Editor} from '../editor/editor'
import {setOperation, variableLanguage} from '../editor/variables'

interface Props {
  text: string
  edition: unknown
  /** For which operation they are. */
  operation: OperationDefinitionNode | undefined
  why?: string
  onValue: (value: string) => void
  onRun: () => void
}

/** Checked as they are written, by the types that the operation says. */
export function Variables({text, edition, operation, why, onValue, onRun}: Props) {
  const {t} = useLingui()
  const [view, setView] = useState<EditorView | null>(null)
  useEffect(() => {
    view?.dispatch({effects: setOperation.of(operation)})
  }, [view, operation])
  return (
    <Editor
      label={t`Variables`}
      text={text}
      edition={edition}
      language={variableLanguage}
      why={why}
      onValue={onValue}
      onRun={onRun}
      onView={setView}
    />
  )
}
