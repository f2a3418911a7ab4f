import {Trans, useLingui} from '@lingui/react/macro'
import {IconMapOff} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {Empty} from '../ui/empty'

/** What stands where there is no page, or where one did not open. */
export function Lost() {
  const {t} = useLingui()
  return (
    <Empty
      icon={<IconMapOff size={32} stroke={1.5} />}
      title={t`There is nothing here`}
      actions={
        <Link to="/companies">
          <Trans>Go to the companies</Trans>
        </Link>
      }
    >
      <Trans>The address may be mistyped, or the company is gone.</Trans>
    </Empty>
  )
}
