import {useLingui} from '@lingui/react/macro'
import {useMe} from '../members'

/** The pages of the settings that this member has use for, in their groups. */
export function useSettingsPages() {
  const {t} = useLingui()
  const {member, tenant} = useMe()
  const pages = [
    {group: 'own', to: '/settings/profile', label: t`Profile`},
    {group: 'company', to: '/settings/company', label: t`Company`},
    {group: 'company', to: '/settings/members', label: t`Members`},
    {group: 'company', to: '/settings/teams', label: t`Teams`},
  ] as const
  const groups = [
    {id: 'own', label: member.name},
    {id: 'company', label: tenant.name},
  ] as const
  return {pages, groups}
}
