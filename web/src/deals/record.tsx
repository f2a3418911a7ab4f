import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconCircleCheck, IconCircleX, IconLayoutKanban, IconPencil, IconTrash} from '@tabler/icons-react'
import {getRouteApi, Link, useNavigate} from '@tanstack/react-router'
import {useCallback, useState} from 'react'
import {useQuery} from 'urql'
import {Sharing} from '../access'
import {Timeline} from '../activities'
import {Star} from '../favorites'
import {DealDocument} from '../gql/graphql'
import {Attachments} from '../files'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {useFresh} from '../ui/fresh'
import {Inline} from '../ui/inline'
import {RecordPage, RecordWait} from '../ui/record'
import {Tag} from '../ui/tag'
import {useEdit} from './edits'
import {Around} from './parts/around'
import {Facts} from './parts/facts'
import {Products} from './parts/products'
import {Stages} from './parts/stages'
import {useDelete} from './removal'
import type {OneDeal} from './shapes'

const route = getRouteApi('/deals/$id')

/** The page of one deal. */
export function DealRecord() {
  const {id} = route.useParams()
  const [{data, error, fetching}, ask] = useQuery({
    query: DealDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const deal = data?.deal?.id === id ? data.deal : undefined
  if (deal?.pipeline) return <Whole key={id} deal={deal} />
  return <RecordWait error={error} fetching={fetching || data === undefined} retry={again} />
}

function Whole({deal}: {deal: OneDeal}) {
  const {t} = useLingui()
  const edit = useEdit()
  const may = useGrants('Deal')
  const remove = useDelete()
  const navigate = useNavigate()
  const [kept, setKept] = useState<string | null>(null)
  const destroy = async () => {
    const refusal = await remove(deal)
    if (refusal) setKept(refusal)
    else void navigate({to: '/deals/board'})
  }
  useActions([
    {
      id: 'delete-deal',
      label: t`Delete ${deal.name}`,
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
  return (
    <RecordPage
      still={!may.update}
      name={deal.name}
      up={
        <Link to="/deals/board">
          <IconLayoutKanban size={14} />
          {t`Deals`}
        </Link>
      }
      title={
        <Inline label={t`Name`} value={deal.name} save={(name) => edit(deal, {name})}>
          <bdi className="clip">{deal.name}</bdi>
        </Inline>
      }
      tags={<Status deal={deal} />}
      actions={
        <>
          <Star record={{kind: 'deal', id: deal.id, name: deal.name, account: deal.account ?? undefined}} />
          <Sharing object="Deal" id={deal.id} name={deal.name} />
          {may.remove ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Delete ${deal.name}`}
              onClick={() => void destroy()}
            >
              <IconTrash size={16} />
            </ActionIcon>
          ) : null}
        </>
      }
      above={
        <>
          <Stages deal={deal} />
          {kept ? (
            <p className="trouble" role="alert">
              {kept}
            </p>
          ) : null}
        </>
      }
      summary={
        <>
          <Facts deal={deal} whole />
          <Products deal={deal} />
        </>
      }
      timeline={<Timeline here={{kind: 'deal', id: deal.id, name: deal.name}} stamp={deal.version} />}
      related={
        <>
          <Around id={deal.id} />
          <Attachments here={{kind: 'deal', id: deal.id, name: deal.name}} />
        </>
      }
    />
  )
}

function Status({deal: {status}}: {deal: OneDeal}) {
  const {t} = useLingui()
  if (status === 'WON') return <Tag tone="good" icon={<IconCircleCheck size={12} />}>{t`Won`}</Tag>
  if (status === 'LOST') return <Tag icon={<IconCircleX size={12} />}>{t`Lost`}</Tag>
  return null
}
