import {HighlightStyle, syntaxHighlighting} from '@codemirror/language'
import {EditorView} from '@codemirror/view'
import {tags} from '@lezer/highlight'

const card = {
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--r-md)',
  background: 'var(--surface)',
  color: 'var(--text)',
  boxShadow: 'var(--e2)',
}

/** The editor in our own colours; they follow the scheme by themselves. */
const theme = EditorView.theme({
  '&': {
    blockSize: '100%',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-md)',
    background: 'var(--surface)',
    color: 'var(--text)',
    fontSize: 'var(--t-md)',
    overflow: 'hidden',
  },
  '&.cm-focused': {outline: 'none', borderColor: 'var(--accent)', boxShadow: '0 0 0 1px var(--accent)'},
  '.cm-scroller': {fontFamily: 'ui-monospace, monospace', lineHeight: 1.5},
  '.cm-content': {paddingBlock: 'var(--s2)', caretColor: 'var(--text)'},
  '.cm-content:focus-visible': {outline: 'none', boxShadow: 'none'},
  '.cm-cursor': {borderInlineStartColor: 'var(--text)'},
  '.cm-gutters': {border: 0, background: 'transparent', color: 'var(--text-3)'},
  '.cm-activeLine, .cm-activeLineGutter': {background: 'transparent'},
  '&.cm-focused .cm-activeLine': {background: 'color-mix(in srgb, var(--hover) 60%, transparent)'},
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 26%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {background: 'var(--accent-soft)', color: 'var(--accent-text)'},
  '&.cm-focused .cm-nonmatchingBracket': {background: 'var(--bad-soft)', color: 'var(--bad)'},
  '.cm-foldPlaceholder': {border: 0, background: 'var(--sunken)', color: 'var(--text-2)'},
  '.cm-tooltip': card,
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {fontFamily: 'ui-monospace, monospace', maxBlockSize: '16em'},
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {padding: '3px var(--s2)'},
  '.cm-tooltip-autocomplete ul li[aria-selected]': {background: 'var(--accent-soft)', color: 'var(--text)'},
  '.cm-completionMatchedText': {textDecoration: 'none', color: 'var(--accent-text)', fontWeight: 600},
  '.cm-completionDetail': {color: 'var(--text-2)', fontStyle: 'normal', marginInlineStart: 'var(--s3)'},
  '.cm-tooltip.cm-completionInfo': {padding: 'var(--s2)', maxInlineSize: '36ch', fontFamily: 'var(--font)'},
  '.cm-diagnostic': {padding: 'var(--s1) var(--s2)', maxInlineSize: '60ch', fontFamily: 'var(--font)'},
  '.cm-diagnostic-error': {borderInlineStart: '3px solid var(--bad)'},
  '.cm-diagnostic-warning': {borderInlineStart: '3px solid var(--warn)'},
})

/** Few colours, all of them readable in both schemes: what a document asks for stands out, what it says is beside it. */
const colours = syntaxHighlighting(
  HighlightStyle.define([
    {tag: [tags.keyword, tags.definitionKeyword, tags.modifier, tags.bool, tags.null], color: 'var(--accent-text)'},
    {tag: tags.propertyName, color: 'var(--text)'},
    {tag: [tags.variableName, tags.special(tags.name)], color: 'var(--warn)'},
    {tag: [tags.attributeName, tags.atom, tags.punctuation, tags.paren, tags.brace], color: 'var(--text-2)'},
    {tag: [tags.string, tags.integer, tags.float, tags.number], color: 'var(--good)'},
    {tag: tags.lineComment, color: 'var(--text-3)'},
  ]),
)

export const look = [theme, colours]
