import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconMapOff} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {Empty} from '../ui/empty'

/** Absent and hidden are one answer. */
export function Lost() {
  const {t} = useLingui()
  const navigate = useNavigate()
  return (
    <>
      <header className="top">
        <h1>{t`Not found`}</h1>
      </header>
      <Empty
        icon={<IconMapOff size={32} stroke={1.5} />}
        title={t`There is nothing here`}
        actions={
          <Button size="compact-md" onClick={() => void navigate({to: '/deals/board'})}>
            <Trans>Go to the board</Trans>
          </Button>
        }
      >
        <Trans>The address may be mistyped, or the record is not yours to see.</Trans>
      </Empty>
    </>
  )
}
