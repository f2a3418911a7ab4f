import {useLingui} from '@lingui/react/macro'
import {type CSSProperties, memo, useEffect, useRef, useState} from 'react'
import {DealColumnDocument, type DealColumnQueryVariables} from '../../gql/graphql'
import {Failed} from '../../ui/empty'
import {usePages} from '../../ui/pages'
import {useWindow} from '../../ui/window'
import {useBoard} from '../board_context'
import type {Held} from '../carry'
import {useDropZone} from '../drag'
import type {BoardStage, Share} from '../shapes'
import {Card} from './card'
import {ColumnHead} from './column_head'

interface Props {
  stage: BoardStage
  index: number
  held: Held | null
  share: Share | undefined
  usual: string | undefined
  filtered: boolean
  scope: Omit<DealColumnQueryVariables, 'stage' | 'first' | 'after'>
}

const NEXT = 50
/** A card and the gap below it; `--card` in board.css says the same. */
const cardHeight = () => (matchMedia('(max-width: 720px)').matches ? 118 : 102)

export const Column = memo(function Column({stage, index, held, share, usual, filtered, scope}: Props) {
  const {t} = useLingui()
  const {still, register} = useBoard()
  const ref = useRef<HTMLElement>(null)
  const {filter, search, orderBy} = scope
  const pages = usePages({
    document: DealColumnDocument,
    variables: {stage: stage.id, filter, search, orderBy, first: NEXT},
    pick: (data) => data.stage?.deals,
    first: stage.deals,
  })
  const deals = pages.nodes
  const [size] = useState(cardHeight)
  const {hold, frame, from, to, before, after, show} = useWindow(deals.length, size)
  const over = useDropZone(ref, frame, stage)
  const {more, hasMore} = pages
  useEffect(() => {
    if (hasMore && to >= deals.length - 5) more()
  }, [hasMore, more, to, deals.length])
  useEffect(() => {
    register(stage.id, {deals, show})
    return () => register(stage.id, null)
  }, [register, stage.id, deals, show])
  const target = over || (held && held.over === index && held.from !== index)

  return (
    <section
      className="col"
      ref={ref}
      data-stage={stage.id}
      data-kind={stage.kind}
      data-over={target ? true : undefined}
      aria-labelledby={`stage-${stage.id}`}
      style={{'--step': index} as CSSProperties}
    >
      <ColumnHead stage={stage} share={share} filtered={filtered} />
      <div className="cards" ref={hold}>
        <ol style={{paddingBlock: `${before}px ${after}px`}} aria-label={t`Deals in ${stage.name}`}>
          {deals.slice(from, to).map((deal, i) => (
            <li key={deal.id} aria-setsize={stage.totals.totalCount} aria-posinset={from + i + 1}>
              <Card deal={deal} stage={stage} usual={usual} held={held?.deal.id === deal.id} first={from + i === 0} />
            </li>
          ))}
        </ol>
        {deals.length === 0 && !filtered && !still ? <p className="bare">{t`Drop a deal here`}</p> : null}
        {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
      </div>
    </section>
  )
})
