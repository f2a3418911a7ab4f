import './palette.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconSearch} from '@tabler/icons-react'
import {type KeyboardEvent, useState} from 'react'
import type {Creatable} from '../create'
import {Marked} from '../search'
import {Dialog} from '../ui/dialog'
import {Keys} from '../ui/keys'
import {Said} from '../ui/said'
import type {Entry} from './around'
import {useEntries} from './entries'
import {heldKeys} from './held_keys'

interface Props {
  create: (kind: Creatable) => void
  close: () => void
}

/** One field for everything: what can be done here, with its key, and the company's records. */
export default function Palette({create, close}: Props) {
  const {t} = useLingui()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const {groups, asked, meant, searching, failed} = useEntries(text.trim(), create)
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
    <Dialog title={t`Search or do…`} bare width={640} place="top" onClose={close}>
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
            maxLength={200}
            value={text}
            onFocus={() => {
              const held = heldKeys()
              if (held) setText((was) => held + was)
            }}
            onChange={(event) => {
              setText(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKey}
          />
        </div>
        <div className="found" id="found" role="listbox" aria-label={t`Found`} aria-busy={searching}>
          {meant ? (
            <p className="meant" role="status">
              <Trans>
                Showing results for <Said text={meant} />
              </Trans>
            </p>
          ) : null}
          {groups.map(({title, entries: list}) => (
            <div key={title} className="group" role="group" aria-label={title}>
              <span aria-hidden>{title}</span>
              {list.map((entry) => (
                <Option key={entry.id} entry={entry} asked={asked} chosen={entry === chosen} run={() => run(entry)} />
              ))}
            </div>
          ))}
          {entries.length === 0 ? (
            <p className="none">{searching ? <Trans>Searching…</Trans> : <Trans>Nothing is called that.</Trans>}</p>
          ) : null}
          {failed ? (
            <p className="none" role="alert">
              <Trans>The server does not answer.</Trans>
            </p>
          ) : null}
        </div>
      </div>
    </Dialog>
  )
}

function Option(props: {entry: Entry; asked: string; chosen: boolean; run: () => void}) {
  const {entry, asked, chosen, run} = props
  return (
    // The keyboard stays in the field above and moves through aria-activedescendant.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={`found-${entry.id}`} role="option" tabIndex={-1} aria-selected={chosen} onClick={run}>
      {entry.icon}
      <span className="name own" dir="auto">
        <Marked text={entry.name} asked={asked} />
      </span>
      <span className="more own" dir="auto">
        {entry.more ? <Marked text={entry.more} asked={asked} /> : null}
      </span>
      {entry.keys ? <Keys keys={entry.keys} /> : null}
    </div>
  )
}
