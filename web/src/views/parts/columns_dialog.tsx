import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconArrowDown, IconArrowUp, IconGripVertical} from '@tabler/icons-react'
import {useState} from 'react'
import {Dialog} from '../../ui/dialog'
import {useSay} from '../../ui/say'
import type {SheetColumn} from '../../ui/sheet_column'
import {chosen, usual} from '../columns'

interface Props {
  columns: Pick<SheetColumn<never>, 'id' | 'label' | 'extra'>[]
  cols: string | undefined
  set: (cols: string | undefined) => void
  close: () => void
}

/** Which columns a list shows, and in which order: by drag, or by the arrows. */
export default function ColumnsDialog({columns, cols, set, close}: Props) {
  const {t} = useLingui()
  const say = useSay()
  const [held, setHeld] = useState<string | null>(null)
  const shown = chosen(columns, cols)
  const rest = columns.filter(({id}) => !shown.includes(id))
  const labelOf = (id: string) => columns.find((one) => one.id === id)?.label ?? id
  const put = (ids: string[]) => set(ids.join() === usual(columns).join() ? undefined : ids.join(','))
  const move = (id: string, to: number) => {
    const place = Math.min(shown.length - 1, Math.max(1, to))
    const ids = shown.filter((one) => one !== id)
    ids.splice(place, 0, id)
    put(ids)
    const [name, at] = [labelOf(id), place + 1]
    say(t`${name} is column ${at}`)
  }
  return (
    <Dialog
      title={t`Columns`}
      width={360}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" disabled={cols === undefined} onClick={() => set(undefined)}>
            <Trans>As it was</Trans>
          </Button>
          <Button size="compact-md" onClick={close}>
            <Trans>Done</Trans>
          </Button>
        </>
      }
    >
      <ul className="column-list">
        {shown.map((id, at) => (
          // The mouse drags; the buttons inside do the same by keyboard and by touch.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={id}
            draggable={at > 0}
            data-held={held === id || undefined}
            onDragStart={() => setHeld(id)}
            onDragEnd={() => setHeld(null)}
            onDragOver={(event) => {
              event.preventDefault()
              if (held && held !== id && at > 0) move(held, at)
            }}
          >
            <IconGripVertical size={16} aria-hidden className={at ? 'grip' : 'grip none'} />
            <label>
              <input
                type="checkbox"
                checked
                disabled={at === 0}
                onChange={() => put(shown.filter((one) => one !== id))}
              />
              {labelOf(id)}
            </label>
            {at > 0 ? (
              <>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={at === 1}
                  aria-label={t`Move ${labelOf(id)} forward`}
                  onClick={() => move(id, at - 1)}
                >
                  <IconArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={at === shown.length - 1}
                  aria-label={t`Move ${labelOf(id)} back`}
                  onClick={() => move(id, at + 1)}
                >
                  <IconArrowDown size={14} />
                </ActionIcon>
              </>
            ) : null}
          </li>
        ))}
        {rest.map(({id, label}) => (
          <li key={id}>
            <span className="grip none" />
            <label>
              <input type="checkbox" checked={false} onChange={() => put([...shown, id])} />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
