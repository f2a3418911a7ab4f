import {useLingui} from '@lingui/react/macro'
import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from '@codemirror/autocomplete'
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands'
import {bracketMatching, foldGutter, foldKeymap, indentOnInput} from '@codemirror/language'
import {lintKeymap} from '@codemirror/lint'
import {EditorState, type Extension, Prec, Transaction} from '@codemirror/state'
import {drawSelection, EditorView, highlightActiveLine, keymap} from '@codemirror/view'
import {type ReactNode, useEffect, useId, useRef} from 'react'
import {look} from './look'

interface Props {
  label: string
  /** What it begins with. What is written in it afterwards is told, and never put back. */
  text: string
  /** Another one puts the text in anew. */
  edition?: unknown
  language: Extension
  /** Without it the text can be read and copied, and not changed. */
  onValue?: (value: string) => void
  /** Takes Ctrl+Enter. */
  onRun?: () => void
  /** The editor itself, once it is there and no more. */
  onView?: (view: EditorView | null) => void
  hint?: ReactNode
  why?: string
}

/** Code is written from left to right in every language. Tab leaves the editor, as any field. */
export function Editor({label, text, edition, language, onValue, onRun, onView, hint, why}: Props) {
  const {t} = useLingui()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const words = {
    Completions: t`Completions`,
    Diagnostics: t`What is wrong`,
    'No diagnostics': t`Nothing is wrong`,
    close: t`Close`,
    'Fold line': t`Fold`,
    'Unfold line': t`Unfold`,
    'folded code': t`folded`,
    unfold: t`Unfold`,
  }
  // What is drawn anew, for a catalogue that came later or anything else, must not make the editor anew.
  const deeds = useRef({onValue, onRun, onView, words})
  const writes = onValue !== undefined
  useEffect(() => {
    deeds.current = {onValue, onRun, onView, words}
  })
  useEffect(() => {
    if (!place.current) return
    const told = EditorView.updateListener.of(({docChanged, state}) => {
      if (docChanged) deeds.current.onValue?.(state.doc.toString())
    })
    const run = () => {
      deeds.current.onRun?.()
      return true
    }
    const keys = Prec.highest(keymap.of([{key: 'Mod-Enter', run}]))
    const named = EditorView.contentAttributes.of({'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-more`})
    const said = EditorState.phrases.of(deeds.current.words)
    const extensions = [keys, named, said, language, shared, writes ? [writing, told] : EditorState.readOnly.of(true)]
    const made = new EditorView({parent: place.current, state: EditorState.create({extensions})})
    view.current = made
    deeds.current.onView?.(made)
    return () => {
      deeds.current.onView?.(null)
      made.destroy()
    }
  }, [id, language, writes])
  useEffect(() => {
    const made = view.current
    const was = made?.state.doc
    if (!made || !was || was.toString() === text) return
    const first = was.length ? [] : Transaction.addToHistory.of(false)
    made.dispatch({changes: {from: 0, to: was.length, insert: text}, annotations: first})
  }, [text, edition, language, writes])
  return (
    <div className="field code" data-bad={why ? true : undefined}>
      <span className="label" id={`${id}-label`}>
        {label}
      </span>
      <div ref={place} className="editor" dir="ltr" />
      <div id={`${id}-more`}>
        {why ? (
          <p className="why" role="alert">
            {why}
          </p>
        ) : hint ? (
          <p className="hint">{hint}</p>
        ) : null}
      </div>
    </div>
  )
}

const shared: Extension = [
  look,
  drawSelection(),
  bracketMatching(),
  foldGutter(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({tabindex: '0'}),
  keymap.of([...foldKeymap, ...defaultKeymap]),
]

const writing: Extension = [
  history(),
  indentOnInput(),
  closeBrackets(),
  autocompletion({icons: false}),
  highlightActiveLine(),
  EditorView.contentAttributes.of({spellcheck: 'false', autocapitalize: 'off', autocorrect: 'off'}),
  keymap.of([...completionKeymap, ...closeBracketsKeymap, ...historyKeymap, ...lintKeymap]),
]
