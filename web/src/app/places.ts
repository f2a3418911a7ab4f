import {useLingui} from '@lingui/react/macro'
import {
  IconBuilding,
  IconCalendar,
  IconChartLine,
  IconFileImport,
  IconHome,
  IconLayoutKanban,
  IconList,
  IconSun,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import {useHolds} from '../members'

/** Where one can go. On a phone the bar has room for a few; the far ones stand in the menu behind one's picture. */
export function usePlaces() {
  const {t} = useLingui()
  const imports = useHolds('imports:run')
  const places = [
    {to: '/', icon: IconHome, label: t`Home`, mirror: false, far: false},
    {to: '/day', icon: IconSun, label: t`My day`, mirror: false, far: false},
    {to: '/calendar', icon: IconCalendar, label: t`Calendar`, mirror: false, far: true},
    {to: '/leads', icon: IconUserPlus, label: t`Leads`, mirror: false, far: true},
    {to: '/deals/board', icon: IconLayoutKanban, label: t`Board`, mirror: false, far: false},
    {to: '/deals', icon: IconList, label: t`Deals`, mirror: true, far: true},
    {to: '/forecast', icon: IconChartLine, label: t`Forecast`, mirror: true, far: true},
    {to: '/accounts', icon: IconBuilding, label: t`Accounts`, mirror: false, far: true},
    {to: '/contacts', icon: IconUsers, label: t`Contacts`, mirror: false, far: true},
    {to: '/imports', icon: IconFileImport, label: t`Imports`, mirror: true, far: true},
  ] as const
  return places.filter(({to}) => to !== '/imports' || imports)
}
