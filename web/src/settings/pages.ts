import {useLingui} from '@lingui/react/macro'
import {useHolds, useMe} from '../members'

/** The pages of the settings that this member has use for, in their groups. */
export function useSettingsPages() {
  const {t} = useLingui()
  const {member, tenant} = useMe()
  const keepsRoles = useHolds('roles:manage')
  const keepsCompany = useHolds('company:manage')
  const pages = [
    {group: 'own', to: '/settings/profile', label: t`Profile`},
    {group: 'own', to: '/settings/security', label: t`Security`},
    {group: 'own', to: '/settings/notifications', label: t`Notifications`},
    {group: 'own', to: '/settings/reference', label: t`API reference`},
    {group: 'own', to: '/settings/explorer', label: t`API explorer`},
    {group: 'company', to: '/settings/company', label: t`Company`},
    {group: 'company', to: '/settings/pipelines', label: t`Pipelines`},
    {group: 'company', to: '/settings/products', label: t`Products`},
    {group: 'company', to: '/settings/rates', label: t`Exchange rates`},
    {group: 'company', to: '/settings/sources', label: t`Lead sources`},
    {group: 'company', to: '/settings/assignment', label: t`Lead assignment`},
    {group: 'company', to: '/settings/qualification', label: t`Ripeness`},
    {group: 'company', to: '/settings/members', label: t`Members`},
    {group: 'company', to: '/settings/teams', label: t`Teams`},
    ...(keepsRoles ? ([{group: 'company', to: '/settings/roles', label: t`Roles`}] as const) : []),
    ...(keepsCompany ? ([{group: 'company', to: '/settings/sign-in', label: t`Sign-in and domains`}] as const) : []),
  ] as const
  const groups = [
    {id: 'own', label: member.name},
    {id: 'company', label: tenant.name},
  ] as const
  return {pages, groups}
}
