import {Trans} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconCalendarOff, IconCheck, IconTrash} from '@tabler/icons-react'
import type {useDeeds} from '../deeds'
import {useCallingOff} from '../words'
import type {Whole} from './form'

/** Done, taken back, called off or deleted, from inside the editor. */
export function Acts({was, deeds, close}: {was: Whole; deeds: ReturnType<typeof useDeeds>; close: () => void}) {
  const open = was.status === 'OPEN'
  const {offer} = useCallingOff(was)
  const act = (deed: Promise<string | null>) => {
    close()
    void deed
  }
  return (
    <>
      {was.kind === 'NOTE' ? null : (
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconCheck size={14} />}
          onClick={() => act(open ? deeds.complete(was) : deeds.reopen(was))}
        >
          {open ? <Trans>Done</Trans> : was.status === 'CANCELLED' ? <Trans>Reopen</Trans> : <Trans>Not done</Trans>}
        </Button>
      )}
      {open && was.kind !== 'NOTE' ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconCalendarOff size={14} />}
          onClick={() => act(deeds.cancel(was))}
        >
          {offer}
        </Button>
      ) : null}
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        leftSection={<IconTrash size={14} />}
        onClick={() => act(deeds.remove(was))}
      >
        <Trans>Delete</Trans>
      </Button>
    </>
  )
}
