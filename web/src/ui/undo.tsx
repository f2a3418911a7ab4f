import './undo.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Kbd} from '@mantine/core'
import {IconX} from '@tabler/icons-react'
import {createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState} from 'react'
import {useActions} from './actions'

interface Done {
  said: ReactNode
  /** The inverse action. */
  undo: () => void
}

const SHOWN = 8000
const Context = createContext<{offer: (done: Done) => void; withdraw: () => void}>({
  offer: () => undefined,
  withdraw: () => undefined,
})

/** Offers to take back what was just done; a newer deed replaces an older one. */
export const useUndo = () => use(Context)

export function UndoProvider({children}: {children: ReactNode}) {
  const [last, setLast] = useState<(Done & {number: number}) | null>(null)
  const offer = useCallback((done: Done) => {
    setLast((was) => ({...done, number: (was?.number ?? 0) + 1}))
  }, [])
  const withdraw = useCallback(() => {
    setLast(null)
  }, [])
  const value = useMemo(() => ({offer, withdraw}), [offer, withdraw])
  return (
    <Context value={value}>
      {children}
      {last ? <UndoBar key={last.number} said={last.said} undo={last.undo} close={withdraw} /> : null}
    </Context>
  )
}

function UndoBar({said, undo, close}: Done & {close: () => void}) {
  const {t} = useLingui()
  const [resting, setResting] = useState(false)
  const back = () => {
    close()
    undo()
  }
  useActions([{id: 'undo', label: t`Undo`, keys: 'Mod+Z', run: back}])
  useEffect(() => {
    if (resting) return
    const timer = setTimeout(close, SHOWN)
    return () => {
      clearTimeout(timer)
    }
  }, [close, resting])
  return (
    // It waits while someone looks at it; the buttons inside are what is acted on.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="undo"
      role="status"
      onPointerEnter={() => setResting(true)}
      onPointerLeave={() => setResting(false)}
      onFocus={() => setResting(true)}
      onBlur={() => setResting(false)}
    >
      <span className="said">{said}</span>
      <button type="button" onClick={back}>
        <Trans>Undo</Trans>
        <Kbd size="xs" dir="ltr">
          Ctrl Z
        </Kbd>
      </button>
      <button type="button" aria-label={t`Close`} onClick={close}>
        <IconX size={14} />
      </button>
    </div>
  )
}
