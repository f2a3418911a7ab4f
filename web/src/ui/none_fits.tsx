import {Trans} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconFilterOff} from '@tabler/icons-react'
import {Empty} from './empty'

/** Where there are records, and the filters leave none. */
export function NoneFits({title, clear}: {title: string; clear: () => void}) {
  return (
    <Empty
      icon={<IconFilterOff size={28} stroke={1.5} />}
      title={title}
      actions={
        <Button variant="default" size="compact-md" onClick={clear}>
          <Trans>Clear the filters</Trans>
        </Button>
      }
    />
  )
}
