import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconArrowRight, IconCircleX, IconPencil, IconTrash} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import {Sharing} from '../../access'
import {ConvertLead} from '../../conversions'
import {Star} from '../../favorites'
import type {LeadWholeFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {useActions} from '../../ui/actions'
import {late} from '../../ui/late'
import {useDelete} from '../edits'
import {openStatuses} from '../words'

const Unfit = late(() => import('./unfit'))

interface Props {
  lead: LeadWholeFragment
  again: () => void
  /** Says why it could not be deleted. */
  keep: (refusal: string | null) => void
}

/** What is done with a lead as a whole: converted, marked unfit, shared, deleted. */
export function Deeds({lead, again, keep}: Props) {
  const {t} = useLingui()
  const remove = useDelete()
  const navigate = useNavigate()
  const may = useGrants('Lead')
  const [asking, setAsking] = useState<'convert' | 'unfit' | null>(null)
  const {id, name} = lead
  const open = may.update && openStatuses.some((one) => one === lead.status)
  const destroy = async () => {
    const refusal = await remove(lead)
    if (refusal) keep(refusal)
    else void navigate({to: '/leads'})
  }
  const openDeeds = [
    {id: 'convert', label: t`Convert ${name}`, keys: 'V', icon: <IconArrowRight size={16} className="mirror" />},
    {id: 'unfit', label: t`Mark ${name} unfit`, keys: 'U', icon: <IconCircleX size={16} />},
  ] as const
  useActions([
    ...(open ? openDeeds.map((deed) => ({...deed, run: () => setAsking(deed.id)})) : []),
    {
      id: 'delete-lead',
      label: t`Delete ${name}`,
      icon: <IconTrash size={16} />,
      able: may.remove,
      run: () => void destroy(),
    },
    {
      id: 'edit-name',
      label: t`Change the name`,
      keys: 'E',
      icon: <IconPencil size={16} />,
      able: may.update,
      run: () => document.querySelector<HTMLElement>('.record h1 .inline button')?.click(),
    },
  ])
  const close = () => setAsking(null)
  return (
    <>
      {open ? (
        <>
          <Button size="compact-md" title={t`Convert (V)`} onClick={() => setAsking('convert')}>
            <Trans>Convert</Trans>
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Mark ${name} unfit`}
            title={t`Mark unfit (U)`}
            onClick={() => setAsking('unfit')}
          >
            <IconCircleX size={16} />
          </ActionIcon>
        </>
      ) : null}
      <Star record={{kind: 'lead', id, name}} />
      <Sharing object="Lead" id={id} name={name} />
      {may.remove ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t`Delete ${name}`} onClick={() => void destroy()}>
          <IconTrash size={16} />
        </ActionIcon>
      ) : null}
      <Suspense>
        {asking === 'convert' ? <ConvertLead lead={lead} close={close} done={again} /> : null}
        {asking === 'unfit' ? <Unfit lead={lead} close={close} /> : null}
      </Suspense>
    </>
  )
}
