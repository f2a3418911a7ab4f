import {Suspense, useState} from 'react'
import type {StageLabelFragment} from '../../gql/graphql'
import {late} from '../../ui/late'
import {type Closing, type Move, useMoves} from '../moves'
import type {OneDeal} from '../shapes'
import {Path} from './path'

const CloseDeal = late(() => import('./close_deal'))
const Reopen = late(() => import('./reopen'))

/** The deal's way through its stages; a click takes it there, and closing asks what it closes with. */
export function Stages({deal}: {deal: OneDeal}) {
  const {move, refused} = useMoves()
  const [asking, setAsking] = useState<Move | null>(null)
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
  return (
    <section>
      <Path deal={deal} go={go} />
      {refused?.id === deal.id ? (
        <p className="trouble" role="alert">
          {refused.message}
        </p>
      ) : null}
      <Suspense>
        {asking && asking.deal.status === 'OPEN' ? (
          <CloseDeal move={asking} confirm={decide} cancel={() => setAsking(null)} />
        ) : asking ? (
          <Reopen move={asking} confirm={() => decide()} cancel={() => setAsking(null)} />
        ) : null}
      </Suspense>
    </section>
  )
}
