import '../../ui/top.css'
import {useLingui} from '@lingui/react/macro'
import {IconSun, IconUsersGroup} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useMe} from '../../members'

const leading = new Set<string>(['OWNER', 'ADMIN', 'MANAGER'])

/** From one's own day to the team's and back, for those who lead others. */
export function WhoseDay() {
  const {t} = useLingui()
  const {member} = useMe()
  if (!leading.has(member.role)) return null
  return (
    <div className="switch" role="group" aria-label={t`Whose day`}>
      <Link to="/day" aria-label={t`My day`} title={t`My day`}>
        <IconSun size={16} />
      </Link>
      <Link to="/team" aria-label={t`The team’s day`} title={t`The team’s day`}>
        <IconUsersGroup size={16} />
      </Link>
    </div>
  )
}
