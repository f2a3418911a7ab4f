import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconTrash} from '@tabler/icons-react'
import {useState} from 'react'
import {useQuery} from 'urql'
import {Star} from '../../favorites'
import {Sharing} from '../../access'
import {DealDocument} from '../../gql/graphql'
import {useGrants} from '../../members'
import {useActions} from '../../ui/actions'
import {PanelHead} from '../../ui/panel_head'
import {SidePanel} from '../../ui/side_panel'
import {useEdit} from '../edits'
import {useDelete} from '../removal'
import type {OneDeal} from '../shapes'
import {Facts} from './facts'
import {History} from './history'
import {Products} from './products'
import {Stages} from './stages'

/** One deal beside the list or the board: its path, its facts edited in place, its products and its history. */
export default function Panel({id, close}: {id: string; close: () => void}) {
  const {t} = useLingui()
  const may = useGrants('Deal')
  const [{data, error, fetching}, again] = useQuery({
    query: DealDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const deal = data?.deal?.id === id ? data.deal : undefined
  const [kept, setKept] = useState<string | null>(null)
  const whole = deal?.pipeline ? deal : undefined
  return (
    <SidePanel
      still={!may.update}
      label={deal ? t`Deal ${deal.name}` : t`Deal`}
      absent={t`There is no such deal`}
      asked={{
        error,
        fetching: fetching || data === undefined,
        retry: () => again({requestPolicy: 'network-only'}),
      }}
      close={close}
      head={whole ? <Head deal={whole} close={close} refuse={setKept} /> : undefined}
    >
      {whole ? (
        <>
          <Stages deal={whole} />
          {kept ? (
            <p className="trouble" role="alert">
              {kept}
            </p>
          ) : null}
          <Facts deal={whole} />
          <Products deal={whole} deep />
          <History deal={whole} deep />
        </>
      ) : null}
    </SidePanel>
  )
}

function Head({deal, close, refuse}: {deal: OneDeal; close: () => void; refuse: (why: string) => void}) {
  const {t} = useLingui()
  const edit = useEdit()
  const remove = useDelete()
  const may = useGrants('Deal')
  const {id, name} = deal
  const destroy = async () => {
    const refusal = await remove(deal)
    if (refusal) refuse(refusal)
    else close()
  }
  const icon = <IconTrash size={16} />
  useActions([{id: 'delete-deal', label: t`Delete ${name}`, icon, able: may.remove, run: () => void destroy()}])
  return (
    <PanelHead
      name={name}
      page={{to: '/deals/$id', params: {id}}}
      save={(text) => edit(deal, {name: text})}
      star={<Star record={{kind: 'deal', id, name, account: deal.account ?? undefined}} />}
    >
      <Sharing object="Deal" id={id} name={name} />
      {may.remove ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t`Delete ${name}`} onClick={() => void destroy()}>
          {icon}
        </ActionIcon>
      ) : null}
    </PanelHead>
  )
}
