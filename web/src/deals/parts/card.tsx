import {useLingui} from '@lingui/react/macro'
import {IconCalendarEvent, IconClockExclamation, IconDots, IconFlag, IconX} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {memo, Suspense, useRef, useState} from 'react'
import type {DealCardFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {today, useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {peeking} from '../../ui/peek'
import {useBoard} from '../board_context'
import {useDragged} from '../drag'
import type {BoardStage} from '../shapes'
import {isStalled} from '../stalls'

const CardMenu = late(() => import('./card_menu'))

interface Props {
  deal: DealCardFragment
  stage: BoardStage
  /** Where the stage does not say how long: who entered it before this moment has stood there for too long. */
  usual: string | undefined
  held: boolean
  first: boolean
}

export const Card = memo(function Card({deal, stage, usual, held, first}: Props) {
  const ref = useRef<HTMLElement>(null)
  const [menu, setMenu] = useState(false)
  const {still, refused, forgive, open} = useBoard()
  const {money} = useFormats()
  const {t} = useLingui()
  const dragging = useDragged(ref, deal, stage)
  const amount = deal.amount ? money(deal.amount) : t`No amount`
  return (
    <article
      className="card"
      ref={ref}
      data-still={still || undefined}
      data-dragging={dragging || undefined}
      data-held={held || undefined}
    >
      <h3>
        <Link
          to="/deals/$id"
          params={{id: deal.id}}
          preload={false}
          draggable={false}
          data-deal={deal.id}
          tabIndex={first ? 0 : -1}
          aria-label={[deal.name, deal.account?.name, amount, stage.name].filter(Boolean).join(', ')}
          aria-describedby="board-help"
          className="own"
          dir="auto"
          onClick={peeking(() => open(deal.id))}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey) return
            if (event.code === 'KeyM') setMenu(true)
            else if (event.code === 'KeyP') open(deal.id)
          }}
        >
          {deal.name}
        </Link>
      </h3>
      <p className="who">
        <span className="own" dir="auto">
          {deal.account?.name ?? '\u00a0'}
        </span>
      </p>
      <div className="line">
        <strong className="num">
          {amount}
          {deal.amountEstimated ? <Estimated /> : null}
        </strong>
        {isStalled(deal, stage.allowedDays, usual) ? <Stall seconds={deal.secondsInStage} /> : null}
        <span className="grow" />
        {deal.owner ? <Avatar name={deal.owner.name} /> : null}
      </div>
      <Due deal={deal} />
      <button
        type="button"
        className="more"
        tabIndex={-1}
        aria-label={t`More about ${deal.name}`}
        aria-haspopup="menu"
        aria-expanded={menu}
        onClick={() => setMenu(true)}
      >
        <IconDots size={16} />
      </button>
      {menu ? (
        <Suspense>
          <CardMenu deal={deal} stage={stage} close={() => setMenu(false)} />
        </Suspense>
      ) : null}
      {refused?.id === deal.id ? (
        <div className="refused" role="alert">
          <span>{refused.message}</span>
          <button type="button" aria-label={t`Close`} onClick={forgive}>
            <IconX size={14} />
          </button>
        </div>
      ) : null}
    </article>
  )
})

function Estimated() {
  const {t} = useLingui()
  return (
    <abbr className="estimated" title={t`Estimated from the list price`}>
      ≈<span className="vh">{t`Estimated from the list price`}</span>
    </abbr>
  )
}

function Stall({seconds}: {seconds: number}) {
  const {span} = useFormats()
  const {t} = useLingui()
  return (
    <span className="flag warn num" title={t`Longer in this stage than it allows, or than is usual`}>
      <IconClockExclamation size={12} />
      {span(seconds)}
    </span>
  )
}

function Due({deal}: {deal: DealCardFragment}) {
  const {day} = useFormats()
  const {t} = useLingui()
  if (deal.status !== 'OPEN') {
    return (
      <p className="due num" title={t`Closed on`}>
        <IconFlag size={12} />
        {deal.closedOn ? day(deal.closedOn) : '–'}
      </p>
    )
  }
  const late = deal.expectedCloseOn != null && deal.expectedCloseOn < today()
  return (
    <p className={late ? 'due num late' : 'due num'} title={t`Expected to close`}>
      <IconCalendarEvent size={12} />
      {deal.expectedCloseOn == null
        ? t`No closing date`
        : late
          ? t`Overdue, ${day(deal.expectedCloseOn)}`
          : day(deal.expectedCloseOn)}
    </p>
  )
}
