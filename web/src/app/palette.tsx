import './palette.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconSearch} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {type KeyboardEvent, useDeferredValue, useState} from 'react'
import {type Action, useAllActions} from '../ui/actions'
import {Dialog} from '../ui/dialog'
import {Keys} from '../ui/keys'
import {type Found, useFound} from '../search'

interface Entry extends Omit<Found, 'to'> {
  keys?: string
  run: () => void
}

/** One field for everything: what can be done here, with its key, and the company's records. */
export default function Palette({close}: {close: () => void}) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const asked = useDeferredValue(text.trim())
  const all = useAllActions()
  const [actions] = useState(() => unlike(all().filter((action) => !action.hidden)))
  const {records, searching} = useFound(asked)
  const groups: {title: string; entries: Entry[]}[] = [
    {
      title: t`Actions`,
      entries: actions
        .filter(({label}) => fits(label, asked))
        .map(({id, label, icon, keys, run}) => ({id, name: label, icon, keys, run})),
    },
    ...records.map(({title, found}) => ({
      title,
      entries: found.map((one) => ({...one, run: () => void navigate({to: one.to, params: {id: one.id}})})),
    })),
  ].filter(({entries}) => entries.length)
  const entries = groups.flatMap((group) => group.entries)
  const chosen = entries[Math.min(at, entries.length - 1)]
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    close()
    entry.run()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.code]
    if (step) {
      event.preventDefault()
      const next = (Math.min(at, entries.length - 1) + step + entries.length) % Math.max(1, entries.length)
      setAt(next)
      document.getElementById(`found-${entries[next]?.id ?? ''}`)?.scrollIntoView({block: 'nearest'})
    } else if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault()
      run(chosen)
    }
  }
  return (
    <Dialog title={t`Search or do…`} bare width={600} place="top" onClose={close}>
      <div className="palette">
        <div className="ask">
          <IconSearch size={16} />
          <input
            // The palette is opened to type into it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls="found"
            aria-activedescendant={chosen ? `found-${chosen.id}` : undefined}
            aria-label={t`Search or do…`}
            placeholder={t`A deal, an account, a person, or something to do`}
            dir="auto"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKey}
          />
        </div>
        <div className="found" id="found" role="listbox" aria-label={t`Found`} aria-busy={searching}>
          {groups.map(({title, entries: list}) => (
            <div key={title} className="group" role="group" aria-label={title}>
              <span aria-hidden>{title}</span>
              {list.map((entry) => (
                <Option key={entry.id} entry={entry} chosen={entry === chosen} run={() => run(entry)} />
              ))}
            </div>
          ))}
          {entries.length === 0 ? (
            <p className="none">{searching ? <Trans>Searching…</Trans> : <Trans>Nothing is called that.</Trans>}</p>
          ) : null}
        </div>
      </div>
    </Dialog>
  )
}

function Option({entry, chosen, run}: {entry: Entry; chosen: boolean; run: () => void}) {
  return (
    // The keyboard stays in the field above and moves through aria-activedescendant.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={`found-${entry.id}`} role="option" tabIndex={-1} aria-selected={chosen} onClick={run}>
      {entry.icon}
      <span className="name own" dir="auto">
        {entry.name}
      </span>
      <span className="more own" dir="auto">
        {entry.more}
      </span>
      {entry.keys ? <Keys keys={entry.keys} /> : null}
    </div>
  )
}

/** Of the same deed, the page's own wording comes before the frame's. */
function unlike(actions: Action[]): Action[] {
  const seen = new Set<string>()
  return actions.filter(({id}) => !seen.has(id) && seen.add(id))
}

const fits = (label: string, asked: string) =>
  asked.split(/\s+/).every((word) => label.toLocaleLowerCase().includes(word.toLocaleLowerCase()))
