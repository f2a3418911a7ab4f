import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconUsers} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useActions} from '../ui/actions'
import {late} from '../ui/late'

const AccessDialog = late(() => import('./dialog'))

/** The button of a record, by its id, that tells who can see it and shares it. Any page of a record can place it. */
export function Sharing({id, name}: {id: string; name: string}) {
  const {t} = useLingui()
  const [open, setOpen] = useState(false)
  const label = t`Share ${name}, and who can see it`
  useActions([{id: 'share', label, keys: 'S', icon: <IconUsers size={16} />, run: () => setOpen(true)}])
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={label} title={t`Share`} onClick={() => setOpen(true)}>
        <IconUsers size={16} />
      </ActionIcon>
      <Suspense>{open ? <AccessDialog id={id} name={name} close={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
