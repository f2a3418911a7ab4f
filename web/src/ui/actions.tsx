import {createContext, type ReactNode, use, useEffect, useLayoutEffect, useMemo, useState} from 'react'

/** Something a person can do here, with the key that does it: the palette, the help and the keyboard all read it. */
export interface Action {
  id: string
  label: string
  /** One key (`C`), a pair (`G D`, `Q D`), with `Mod+` for Ctrl or Cmd. Matched by its place on the keyboard. */
  keys?: string
  icon?: ReactNode
  /** Works also while a field has the focus. */
  inFields?: boolean
  /** Left out of the palette: the palette itself, the arrows. */
  hidden?: boolean
  /** It is about the whole product, not about this page. */
  everywhere?: boolean
  /** Its key is this one's only where the page has no action of its own under it. */
  otherwise?: boolean
  /** False where who looks may not do it: then it is not there at all. */
  able?: boolean
  run: () => void
}

class Registry {
  private readonly sets = new Map<object, Action[]>()

  add(owner: object, actions: Action[]) {
    this.sets.set(owner, actions)
  }

  remove(owner: object) {
    this.sets.delete(owner)
  }

  all(): Action[] {
    return [...this.sets.values()].reverse().flat()
  }
}

const Context = createContext(new Registry())

export function ActionsProvider({children}: {children: ReactNode}) {
  const [registry] = useState(() => new Registry())
  useEffect(() => listen(registry), [registry])
  return <Context value={registry}>{children}</Context>
}

export function useActions(actions: Action[]) {
  const registry = use(Context)
  const [owner] = useState(() => ({}))
  // with what is seen, and not a moment after it
  useLayoutEffect(() => {
    registry.add(
      owner,
      actions.filter(({able}) => able !== false),
    )
  })
  useLayoutEffect(() => () => registry.remove(owner), [registry, owner])
}

export function useAllActions(): () => Action[] {
  const registry = use(Context)
  return useMemo(() => () => registry.all(), [registry])
}

/** Keys are matched by `event.code`: a Hebrew or Arabic layout sends other letters from the same key. */
export function codeOf(key: string): string {
  return /^[A-Z]$/.test(key) ? `Key${key}` : ({'/': 'Slash', '?': 'Slash', Esc: 'Escape'}[key] ?? key)
}

function listen(registry: Registry) {
  let lead = ''
  let timer = 0
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const blocked = inField(event.target) || document.querySelector('dialog[open]') !== null
    const fitting = registry
      .all()
      .filter((action) => action.keys && (action.inFields || !blocked) && fits(action.keys, event, lead))
    const found = fitting.find((action) => !action.otherwise) ?? fitting[0]
    lead = !blocked && !found && isPlain(event) && event.code === 'KeyG' ? 'G' : ''
    clearTimeout(timer)
    if (lead) timer = window.setTimeout(() => (lead = ''), 1200)
    if (!found) return
    event.preventDefault()
    found.run()
  }
  addEventListener('keydown', onKey)
  return () => {
    removeEventListener('keydown', onKey)
    clearTimeout(timer)
  }
}

function fits(keys: string, event: KeyboardEvent, lead: string): boolean {
  const [first = '', second] = keys.split(' ')
  if (second) return lead === first && isPlain(event) && event.code === codeOf(second)
  if (lead) return false
  const held = event.ctrlKey || event.metaKey
  if (first.startsWith('Mod+')) return held && !event.shiftKey && event.code === codeOf(first.slice(4))
  return !held && event.shiftKey === (first === '?') && event.code === codeOf(first)
}

const isPlain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.shiftKey

export function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}
