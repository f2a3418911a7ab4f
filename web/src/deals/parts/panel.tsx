import './panel.css'
import './top.css'
import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconMoodEmpty, IconPencil, IconTrash, IconX} from '@tabler/icons-react'
import {lazy, Suspense, useEffect, useRef, useState} from 'react'
import {useQuery} from 'urql'
import {DealDocument, type StageLabelFragment} from '../../gql/graphql'
import {useActions} from '../../ui/actions'
import {Bone, Empty, Failed} from '../../ui/empty'
import {Inline} from '../../ui/inline'
import {useEdit} from '../edits'
import {type Closing, type Move, useMoves} from '../moves'
import {useDelete} from '../removal'
import type {OneDeal} from '../shapes'
import {Facts} from './facts'
import {History} from './history'
import {Path} from './path'
import {Products} from './products'

const CloseDeal = lazy(() => import('./close_deal'))
const Reopen = lazy(() => import('./reopen'))

/** One deal beside the list or the board: its path, its facts edited in place, its products and its history. */
export default function Panel({id, close}: {id: string; close: () => void}) {
  const {t} = useLingui()
  const [{data, error, fetching}, again] = useQuery({
    query: DealDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const deal = data?.deal?.id === id ? data.deal : undefined
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!ref.current?.contains(document.activeElement)) ref.current?.focus({preventScroll: true})
  }, [])
  return (
    // A landmark that takes the focus when it opens and closes on Esc.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={ref}
      className="panel"
      aria-label={deal ? t`Deal ${deal.name}` : t`Deal`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.code === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) close()
      }}
    >
      {deal?.pipeline ? (
        <Whole deal={deal} close={close} />
      ) : (
        <>
          <header>
            <h2>{fetching ? <Bone inline={180} block={16} /> : null}</h2>
            <Close close={close} />
          </header>
          <div className="body">
            {error ? (
              <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
            ) : fetching || data === undefined ? (
              <Bone inline="100%" block={28} />
            ) : (
              <Empty icon={<IconMoodEmpty size={28} stroke={1.5} />} title={t`There is no such deal`} />
            )}
          </div>
        </>
      )}
    </aside>
  )
}

function Close({close}: {close: () => void}) {
  const {t} = useLingui()
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={t`Close`} onClick={close}>
      <IconX size={16} />
    </ActionIcon>
  )
}

function Whole({deal, close}: {deal: OneDeal; close: () => void}) {
  const {t} = useLingui()
  const edit = useEdit()
  const remove = useDelete()
  const {move, refused} = useMoves()
  const [asking, setAsking] = useState<Move | null>(null)
  const [kept, setKept] = useState<string | null>(null)
  const go = (to: StageLabelFragment) => {
    const from = deal.pipeline.stages.find(({id}) => id === deal.stage.id)
    if (!from || from.id === to.id) return
    if (deal.status !== 'OPEN' || to.kind !== 'OPEN') setAsking({deal, from, to})
    else move({deal, from, to})
  }
  const decide = (closing?: Closing) => {
    if (asking) move({...asking, closing})
    setAsking(null)
  }
  const destroy = async () => {
    const refusal = await remove(deal)
    if (refusal) setKept(refusal)
    else close()
  }
  useActions([
    {id: 'delete-deal', label: t`Delete ${deal.name}`, icon: <IconTrash size={16} />, run: () => void destroy()},
    {
      id: 'edit-name',
      label: t`Change the name`,
      keys: 'E',
      icon: <IconPencil size={16} />,
      run: () => document.querySelector<HTMLElement>('.panel h2 .inline button')?.click(),
    },
    {id: 'close-panel', label: t`Close the panel`, keys: 'Escape', hidden: true, run: close},
  ])
  const why = kept ?? (refused?.id === deal.id ? refused.message : null)
  return (
    <>
      <header>
        <h2>
          <Inline label={t`Name`} value={deal.name} save={(name) => edit(deal, {name})}>
            <bdi>{deal.name}</bdi>
          </Inline>
        </h2>
        <ActionIcon variant="subtle" color="gray" aria-label={t`Delete ${deal.name}`} onClick={() => void destroy()}>
          <IconTrash size={16} />
        </ActionIcon>
        <Close close={close} />
      </header>
      <div className="body">
        <section>
          <Path deal={deal} go={go} />
          {why ? (
            <p className="trouble" role="alert">
              {why}
            </p>
          ) : null}
        </section>
        <Facts deal={deal} />
        <Products deal={deal} />
        <History deal={deal} />
      </div>
      <Suspense>
        {asking && asking.deal.status === 'OPEN' ? (
          <CloseDeal move={asking} confirm={decide} cancel={() => setAsking(null)} />
        ) : asking ? (
          <Reopen move={asking} confirm={() => decide()} cancel={() => setAsking(null)} />
        ) : null}
      </Suspense>
    </>
  )
}
