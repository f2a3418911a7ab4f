import './dialog.css'
import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconX} from '@tabler/icons-react'
import {createContext, type CSSProperties, type ReactNode, use, useEffect, useId, useRef} from 'react'

interface Props {
  title: string
  /** The title is spoken but not drawn. */
  bare?: boolean
  width?: number
  place?: 'middle' | 'top' | 'side'
  footer?: ReactNode
  onClose: () => void
  children: ReactNode
}

const Inside = createContext(false)

/** Whether this is drawn in a dialog already: what else is to be asked is asked in it. */
export const useInDialog = () => use(Inside)

/** A modal on the browser's own dialog: it keeps the focus inside and gives it back. */
export function Dialog({title, bare = false, width, place = 'middle', footer, onClose, children}: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const {t} = useLingui()
  useEffect(() => {
    const before = document.activeElement
    const dialog = ref.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('input:not([type="file"]), .content button, footer button:last-child')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({preventScroll: true})
    }
  }, [])
  return (
    // The backdrop belongs to the dialog element; Esc does the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={ref}
      className="dialog"
      data-place={place}
      style={width ? ({'--width': `${width}px`} as CSSProperties) : undefined}
      aria-labelledby={bare ? undefined : id}
      aria-label={bare ? title : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      {bare ? null : (
        <header>
          <h2 id={id}>{title}</h2>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Close`} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </header>
      )}
      <Inside value>{bare ? children : <div className="content">{children}</div>}</Inside>
      {footer ? <footer>{footer}</footer> : null}
    </dialog>
  )
}
