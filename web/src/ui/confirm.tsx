import {Trans} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {type ReactNode, useState} from 'react'
import {Dialog} from './dialog'
import type {Problem} from './problems'
import {Refused} from './refused'

interface Props {
  title: string
  /** What the button says that does it. */
  act: string
  danger?: boolean
  width?: number
  disabled?: boolean
  /** Does it, and answers what was refused; nothing closes the dialog. */
  run: () => Promise<Problem[]>
  close: () => void
  children: ReactNode
}

/** Asks before something that cannot be taken back at once. */
export function Confirm({title, act, danger = false, width, disabled = false, run, close, children}: Props) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const go = async () => {
    setBusy(true)
    const refused = await run()
    setBusy(false)
    if (refused.length) setProblems(refused)
    else close()
  }
  return (
    <Dialog
      title={title}
      width={width}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            size="compact-md"
            color={danger ? 'red' : undefined}
            loading={busy}
            disabled={disabled}
            onClick={() => void go()}
          >
            {act}
          </Button>
        </>
      }
    >
      <div className="form">
        {children}
        <Refused problems={problems} />
      </div>
    </Dialog>
  )
}
