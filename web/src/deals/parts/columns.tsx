import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {type CSSProperties, useMemo} from 'react'
import type {DealListQuery, DealRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {today, useFormats} from '../../ui/formats'
import {peeking} from '../../ui/peek'
import type {SheetColumn} from '../../ui/sheet_column'
import {NextStep} from './next_step'

type Row = DealListQuery['deals']['nodes'][number]

/** What the list shows of a deal. */
export function useDealColumns(peek: (deal: string) => void): SheetColumn<Row>[] {
  const {t} = useLingui()
  const {money, day, span, ago, momentInFull} = useFormats()
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        by: 'name',
        kind: 'keep name',
        cell: (deal, tab) => (
          <Link
            to="/deals/$id"
            params={{id: deal.id}}
            preload={false}
            tabIndex={tab}
            title={deal.name}
            className="own"
            dir="auto"
            onClick={peeking(() => peek(deal.id))}
          >
            {deal.name}
          </Link>
        ),
        second: ({account, stage}) => (
          <>
            {account ? <bdi>{account.name}</bdi> : null}
            {account ? ' · ' : null}
            <bdi>{stage.name}</bdi>
          </>
        ),
      },
      {
        id: 'account.name',
        label: t`Account`,
        kind: 'account',
        cell: ({account}) =>
          account ? (
            <span className="own" dir="auto">
              {account.name}
            </span>
          ) : null,
      },
      {id: 'stage.name', label: t`Stage`, width: 136, cell: ({stage}) => <StageMark stage={stage} />},
      {
        id: 'amount',
        label: t`Amount`,
        width: 132,
        by: 'amount',
        downFirst: true,
        kind: 'keep end num money',
        cell: ({amount, amountEstimated}) => (
          <>
            {amountEstimated ? (
              <span className="quiet" title={t`Estimated from the list price`}>
                ≈{' '}
              </span>
            ) : null}
            {amount ? <bdi>{money(amount)}</bdi> : null}
          </>
        ),
      },
      {
        id: 'owner.name',
        label: t`Owner`,
        width: 168,
        kind: 'owner',
        cell: ({owner}) =>
          owner ? (
            <span className="person">
              <Avatar name={owner.name} plain />
              <bdi className="clip">{owner.name}</bdi>
            </span>
          ) : null,
      },
      {
        id: 'expectedCloseOn',
        label: t`Expected close`,
        width: 136,
        by: 'expectedCloseOn',
        kind: 'num',
        cell: ({status, expectedCloseOn}) => {
          if (status !== 'OPEN' || !expectedCloseOn) return null
          if (expectedCloseOn >= today()) return day(expectedCloseOn)
          return (
            <span className="late" title={t`Overdue`}>
              {day(expectedCloseOn)}
              <span className="vh">{t`Overdue`}</span>
            </span>
          )
        },
      },
      {
        id: 'closedOn',
        label: t`Closed on`,
        width: 124,
        by: 'closedOn',
        downFirst: true,
        kind: 'num closed',
        cell: ({closedOn}) => (closedOn ? day(closedOn) : null),
      },
      {
        id: 'lossReason.name',
        label: t`Lost because of`,
        extra: true,
        width: 150,
        cell: ({lossReason}) =>
          lossReason ? (
            <span className="own" dir="auto">
              {lossReason.name}
            </span>
          ) : null,
      },
      {
        id: 'lossRemark',
        label: t`Remark on the loss`,
        by: 'lossRemark',
        extra: true,
        width: 200,
        cell: ({lossRemark}) =>
          lossRemark ? (
            <span className="own" dir="auto" title={lossRemark}>
              {lossRemark}
            </span>
          ) : null,
      },
      {
        id: 'nextActivity',
        own: true,
        label: t`Next step`,
        extra: true,
        width: 240,
        cell: ({status, nextActivity}) => (status === 'OPEN' ? <NextStep next={nextActivity} /> : null),
      },
      {
        id: 'secondsInStage',
        own: true,
        label: t`In stage`,
        width: 92,
        by: 'stageEnteredAt',
        kind: 'num spare',
        cell: ({status, secondsInStage}) => (status === 'OPEN' ? span(secondsInStage) : null),
      },
      ...(['createdAt', 'updatedAt'] as const).map((id) => ({
        id,
        label: id === 'createdAt' ? t`Created` : t`Changed`,
        by: id,
        downFirst: true,
        extra: true,
        width: 150,
        kind: 'num',
        cell: (deal: Row) => <time title={momentInFull(deal[id])}>{ago(deal[id])}</time>,
      })),
    ],
    [t, money, day, span, ago, momentInFull, peek],
  )
}

function StageMark({stage}: {stage: DealRowFragment['stage']}) {
  return (
    <span className="stage" data-kind={stage.kind} style={{'--step': stage.position} as CSSProperties}>
      <bdi>{stage.name}</bdi>
    </span>
  )
}
