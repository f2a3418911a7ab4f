import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {WaitingDocument} from '../../gql/graphql'
import {useMe} from '../../members'
import {Block} from '../../ui/block'
import {type Target, To} from '../../ui/to'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {dealsOf} from '../links'
import {dayBefore} from '../view'

/** What wants doing: what is late, what is for today, and the open deals that nobody looks after. */
export function Waiting() {
  const {t} = useLingui()
  const {number, dayInFull} = useFormats()
  const {member} = useMe()
  const [{data, error}, ask] = useQuery({query: WaitingDocument, requestPolicy: 'cache-and-network'})
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const mine = {owner: member.id}
  const day: Target = {to: '/day'}
  const deals = data?.waitingDeals
  const own = data?.myDay
  const tiles =
    own && deals
      ? [
          {key: 'overdue', label: t`Overdue activities`, count: own.overdue.count, target: day, late: true},
          {key: 'today', label: t`For today`, count: own.today.count, target: day},
          {
            key: 'idle',
            label: t`Deals without a next step`,
            count: deals.withoutNextStep,
            target: dealsOf(mine, {status: 'OPEN', idle: '1'}),
          },
          {
            key: 'past',
            label: t`Closing date passed`,
            count: deals.pastClose,
            target: dealsOf(mine, {status: 'OPEN', to: dayBefore(deals.on)}),
            late: true,
          },
          {key: 'stalled', label: t`Stalled deals`, count: deals.stalled, target: dealsOf(mine, {stalled: '1'})},
        ]
      : []
  return (
    <Block
      wide
      title={t`Waits for me`}
      about={deals ? dayInFull(deals.on) : undefined}
      error={error}
      retry={again}
      waiting={own && deals ? undefined : <Tiles count={5} />}
    >
      <ul className="tiles" data-many="5" data-block="waiting">
        {tiles.map(({key, label, count, target, late}) => (
          <li key={key} data-tile={key}>
            {count == null ? (
              <span className="tile">
                <strong>–</strong>
                <small>
                  <Trans>Your role hides this</Trans>
                </small>
              </span>
            ) : (
              <To opens={target} className={late && count ? 'late' : undefined}>
                <strong className="num">{number(count)}</strong>
                <small>{label}</small>
              </To>
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** The true shape of tiles while they are read. */
export function Tiles({count}: {count: number}) {
  return (
    <ul className="tiles" data-many={count} aria-hidden>
      {Array.from({length: count}, (_, index) => (
        <li key={index}>
          <Bone inline="100%" block={66} />
        </li>
      ))}
    </ul>
  )
}
