import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconLayoutKanban} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {useHolds} from '../../members'
import {Empty} from '../../ui/empty'
import {NoneFits} from '../../ui/none_fits'
import {unfiltered, type View} from '../view'

/** No deal at all is another thing than no deal that fits. */
export function BoardEmpty({filtered, view}: {filtered: boolean; view: View}) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const imports = useHolds('imports:run')
  const clear = () => void navigate({to: '.', search: unfiltered(view)})
  if (filtered) return <NoneFits title={t`No deal fits these filters`} clear={clear} />
  return (
    <Empty
      icon={<IconLayoutKanban size={28} stroke={1.5} />}
      title={t`Your deals will stand here`}
      actions={
        imports ? (
          <Button variant="default" size="compact-md" onClick={() => void navigate({to: '/imports'})}>
            <Trans>Import a file</Trans>
          </Button>
        ) : undefined
      }
    >
      <Trans>A deal is a sale on its way. Make the first one, or bring in what you have in files.</Trans>
    </Empty>
  )
}
