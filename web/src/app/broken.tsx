import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlugConnectedX} from '@tabler/icons-react'
import {Empty} from '../ui/empty'

/** What stands in a page's place when it failed: nothing that was saved is touched, and there are ways on. */
export function Broken() {
  const {t} = useLingui()
  return (
    <>
      <header className="top">
        <h1>{t`This page did not open`}</h1>
      </header>
      <Empty
        icon={<IconPlugConnectedX size={32} stroke={1.5} />}
        title={t`Something went wrong here`}
        actions={
          <>
            <Button size="compact-md" onClick={() => location.reload()}>
              <Trans>Load again</Trans>
            </Button>
            <Button size="compact-md" variant="default" onClick={() => location.assign('/deals/board')}>
              <Trans>Go to the board</Trans>
            </Button>
          </>
        }
      >
        <Trans>Either the line was cut, or the page met a fault. What was saved before is safe.</Trans>
      </Empty>
    </>
  )
}
