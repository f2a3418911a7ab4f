import {useLingui} from '@lingui/react/macro'
import {
  IconBuilding,
  IconChecklist,
  IconCoin,
  IconNote,
  IconPhone,
  IconUser,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react'
import type {ReactNode} from 'react'
import {useMe} from '../members'

export type Creatable = 'lead' | 'deal' | 'account' | 'contact' | 'TASK' | 'CALL' | 'MEETING' | 'NOTE'

const objects: Partial<Record<Creatable, string>> = {lead: 'Lead', deal: 'Deal', account: 'Account', contact: 'Contact'}

/** What who is signed in can make from anywhere, each with the key that makes it in the menu. */
export function useCreatables(): {kind: Creatable; label: string; key: string; icon: ReactNode}[] {
  const {t} = useLingui()
  const {may} = useMe()
  const all: ReturnType<typeof useCreatables> = [
    {kind: 'lead', label: t`New lead`, key: 'E', icon: <IconUserPlus size={16} />},
    {kind: 'deal', label: t`New deal`, key: 'D', icon: <IconCoin size={16} />},
    {kind: 'account', label: t`New account`, key: 'A', icon: <IconBuilding size={16} />},
    {kind: 'contact', label: t`New contact`, key: 'C', icon: <IconUser size={16} />},
    {kind: 'TASK', label: t`New task`, key: 'T', icon: <IconChecklist size={16} />},
    {kind: 'CALL', label: t`Log a call`, key: 'L', icon: <IconPhone size={16} />},
    {kind: 'MEETING', label: t`Plan a meeting`, key: 'M', icon: <IconUsersGroup size={16} />},
    {kind: 'NOTE', label: t`Write a note`, key: 'N', icon: <IconNote size={16} />},
  ]
  return all.filter(({kind}) => may.includes(`${objects[kind] ?? 'Activity'}:CREATE`))
}
