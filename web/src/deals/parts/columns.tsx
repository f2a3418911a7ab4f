import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {type CSSProperties, useMemo} from 'react'
import type {DealRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {today, useFormats} from '../../ui/formats'
import {peeking} from '../../ui/peek'
import type {SheetColumn} from '../../ui/sheet'

/** What the list shows of a deal. */
export function useDealColumns(peek: (deal: string) => void): SheetColumn<DealRowFragment>[] {
  const {t} = useLingui()
  const {money, day, span} = useFormats()
  return useMemo(
    () => [
      {
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
      },
      {
        label: t`Account`,
        kind: 'account',
        cell: ({account}) =>
          account ? (
            <span className="own" dir="auto">
              {account.name}
            </span>
          ) : null,
      },
      {label: t`Stage`, width: 136, cell: ({stage}) => <StageMark stage={stage} />},
      {
        label: t`Amount`,
        width: 120,
        by: 'amount',
        downFirst: true,
        kind: 'keep end num',
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
        label: t`Closed on`,
        width: 124,
        by: 'closedOn',
        downFirst: true,
        kind: 'num closed',
        cell: ({closedOn}) => (closedOn ? day(closedOn) : null),
      },
      {
        label: t`In stage`,
        width: 92,
        by: 'stageEnteredAt',
        kind: 'num spare',
        cell: ({status, secondsInStage}) => (status === 'OPEN' ? span(secondsInStage) : null),
      },
    ],
    [t, money, day, span, peek],
  )
}

function StageMark({stage}: {stage: DealRowFragment['stage']}) {
  return (
    <span className="stage" data-kind={stage.kind} style={{'--step': stage.position} as CSSProperties}>
      <bdi>{stage.name}</bdi>
    </span>
  )
}
