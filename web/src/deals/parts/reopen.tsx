import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {Dialog} from '../../ui/dialog'
import {Said} from '../../ui/said'
import type {Move} from '../moves'

/** A closed deal is not moved in passing: it is reopened, and said so. */
export default function Reopen({move, confirm, cancel}: {move: Move; confirm: () => void; cancel: () => void}) {
  const {t} = useLingui()
  const {deal, to} = move
  const possible = to.kind === 'OPEN'
  return (
    <Dialog
      title={possible ? t`Reopen ${deal.name}?` : t`${deal.name} is closed`}
      onClose={cancel}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={cancel}>
            <Trans>Leave it closed</Trans>
          </Button>
          {possible ? (
            <Button size="compact-md" onClick={confirm}>
              <Trans>Reopen</Trans>
            </Button>
          ) : null}
        </>
      }
    >
      {possible ? (
        <p>
          <Trans>
            It goes back to <Said text={to.name} /> and counts as open again. Its closing date is cleared; the history
            keeps it.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>Reopen it in an open stage first, then close it as what it became.</Trans>
        </p>
      )}
    </Dialog>
  )
}
