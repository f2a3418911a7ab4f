import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconUsers} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {late} from '../ui/late'

const AccessDialog = late(() => import('./dialog'))

interface Props {
  object: 'Deal' | 'Lead' | 'Account' | 'Contact'
  id: string
  name: string
}

/** The button of a record that tells who can see it, and shares it where one may. Any page of a record can place it. */
export function Sharing({object, id, name}: Props) {
  const {t} = useLingui()
  const [open, setOpen] = useState(false)
  const {share} = useGrants(object)
  const label = share ? t`Share ${name}, and who can see it` : t`Who can see ${name}`
  useActions([{id: 'share', label, keys: 'S', icon: <IconUsers size={16} />, run: () => setOpen(true)}])
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        title={share ? t`Share` : label}
        onClick={() => setOpen(true)}
      >
        <IconUsers size={16} />
      </ActionIcon>
      <Suspense>{open ? <AccessDialog id={id} name={name} may={share} close={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
