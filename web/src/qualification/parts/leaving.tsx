import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useBlocker} from '@tanstack/react-router'
import {Dialog} from '../../ui/dialog'

/** What was written is not lost by a slip: leaving the page asks once. */
export function Leaving({dirty}: {dirty: boolean}) {
  const {t} = useLingui()
  const {status, proceed, reset} = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: dirty,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog
      title={t`Leave without saving?`}
      onClose={reset}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={reset}>
            <Trans>Stay</Trans>
          </Button>
          <Button color="red" size="compact-md" onClick={proceed}>
            <Trans>Leave</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>The rules that you have written are lost then.</Trans>
      </p>
    </Dialog>
  )
}
