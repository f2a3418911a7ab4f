import './board.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {getRouteApi} from '@tanstack/react-router'
import {Suspense, useCallback, useMemo, useRef, useState} from 'react'
import {useQuery} from 'urql'
import {BoardForecastDocument, DealBoardDocument, StallLimitsDocument} from '../gql/graphql'
import {useGrants, useMe} from '../members'
import {Failed} from '../ui/empty'
import {late} from '../ui/late'
import {type BoardActions, BoardContext} from './board_context'
import {useCarrying, useColumns} from './carry'
import {useBoardDrag} from './drag'
import {type Closing, type Move, useMoves} from './moves'
import type {Scope} from './recount'
import {BoardEmpty} from './parts/board_empty'
import {BoardSkeleton} from './parts/board_skeleton'
import {Column} from './parts/column'
import {DealsTop} from './parts/top'
import {asksWhatIsUsual, usualIn} from './stalls'
import {boardFilterOf, boardOrderOf, isFiltered} from './view'

const CloseDeal = late(() => import('./parts/close_deal'))
const Reopen = late(() => import('./parts/reopen'))
const Panel = late(() => import('./parts/panel'))

const route = getRouteApi('/deals/board')
const FIRST = 25

export function Board() {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const still = !useGrants('Deal').update
  const {t} = useLingui()
  const scope: Scope = useScope(boardFilterOf(view, useMe().member.id), view.q ?? null)
  const variables = {...scope, orderBy: boardOrderOf(view), first: FIRST}
  const [{data, error, stale}, again] = useQuery({
    query: DealBoardDocument,
    variables,
    requestPolicy: 'cache-and-network',
  })
  const [{data: outlook}] = useQuery({query: BoardForecastDocument, variables: {period: 'QUARTER'}})
  const pipeline =
    data?.pipelines.find(({id}) => id === view.pipeline) ??
    data?.pipelines.find((one) => one.isDefault) ??
    data?.pipelines[0]
  const stages = useMemo(() => pipeline?.stages ?? [], [pipeline])
  const [{data: usual}] = useQuery({
    query: StallLimitsDocument,
    pause: !asksWhatIsUsual(stages),
    requestPolicy: 'cache-and-network',
  })
  const {columns, register, focusDeal, follow} = useColumns()
  const {move, refused, forgive} = useMoves(scope, follow)
  const [asking, setAsking] = useState<Move | null>(null)
  const frame = useRef<HTMLDivElement>(null)

  const ask = useCallback(
    (asked: Move) => {
      if (asked.from.id === asked.to.id) return
      if (asked.deal.status !== 'OPEN' || asked.to.kind !== 'OPEN') setAsking(asked)
      else move(asked)
    },
    [move],
  )
  const held = useCarrying(frame, stages, {columns, focusDeal}, still ? undefined : ask)
  useBoardDrag(frame)
  const open = useCallback(
    (deal: string | undefined) => void navigate({search: (was) => ({...was, deal}), resetScroll: false}),
    [navigate],
  )
  const actions: BoardActions = useMemo(
    () => ({stages, still, ask, open, refused, forgive, register}),
    [stages, still, ask, open, refused, forgive, register],
  )
  const decide = (closing?: Closing) => {
    if (!asking) return
    setAsking(null)
    move({...asked(asking), closing})
    focusDeal(asking.deal.id, asking.to.id)
  }
  const filtered = isFiltered(view)
  const count = stages.reduce((sum, {totals}) => sum + totals.totalCount, 0)

  return (
    <>
      <DealsTop
        layout="board"
        view={view}
        count={data ? count : undefined}
        pipelines={data?.pipelines}
        pipeline={pipeline?.id}
      />
      <div className="with-panel">
        <div className="board-area">
          {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
          {data && count === 0 ? (
            <BoardEmpty filtered={filtered} view={view} />
          ) : data ? (
            <BoardContext value={actions}>
              <div
                className="board"
                ref={frame}
                role="group"
                aria-label={t`Deal board`}
                aria-describedby="board-help"
                aria-busy={stale}
              >
                {stages.map((stage, index) => (
                  <Column
                    key={stage.id}
                    stage={stage}
                    index={index}
                    held={held}
                    share={outlook?.forecast?.stages.find((one) => one.stage.id === stage.id)}
                    usual={usualIn(usual?.stallLimits, stage.id)}
                    filtered={filtered}
                    scope={variables}
                  />
                ))}
              </div>
            </BoardContext>
          ) : error ? null : (
            <BoardSkeleton />
          )}
          <p id="board-help" className="vh">
            {still ? (
              <Trans>Arrow keys go from card to card. Enter opens a deal, P shows it beside the board.</Trans>
            ) : (
              <Trans>
                Arrow keys go from card to card. Space lifts a card, arrows carry it, Space drops it, Escape puts it
                back. Enter opens a deal, P shows it beside the board, M moves it from a list.
              </Trans>
            )}
          </p>
        </div>
        <Suspense>{view.deal ? <Panel id={view.deal} close={() => open(undefined)} /> : null}</Suspense>
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

const asked = ({deal, from, to}: Move): Move => ({deal, from, to})

/** The same scope object for the same question, so that what hangs on it does not move. */
function useScope(filter: Scope['filter'], search: string | null): Scope {
  const key = JSON.stringify([filter, search])
  return useMemo(() => {
    const [kept, words] = JSON.parse(key) as [Scope['filter'], string | null]
    return {filter: kept, search: words}
  }, [key])
}
