import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {StalledDealsDocument, type StalledDealsQuery} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {To} from '../../ui/to'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {dealsOf, type Whose} from '../links'

type One = NonNullable<StalledDealsQuery['stalledDeals']>['deals'][number]

const FIRST = 8

/** Deals that have stood in their stage for longer than they may, the latest first. */
export function Stalled({whose, people}: {whose: Whose; people: boolean}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const [{data, error}, ask] = useQuery({
    query: StalledDealsDocument,
    variables: {...whose, first: FIRST},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const stalled = data?.stalledDeals
  const count = number(stalled?.count ?? 0)
  return (
    <Block
      title={t`Stalled deals`}
      about={t`Now; longer in their stage than it allows, or than is usual`}
      error={error}
      retry={again}
      waiting={stalled ? undefined : <RowsToCome />}
      aside={
        stalled?.count ? (
          <To opens={dealsOf(whose, {stalled: '1'})} className="all-of num" data-number="stalled">
            <Trans>All {count}</Trans>
          </To>
        ) : undefined
      }
    >
      {stalled?.count ? (
        <ul className="stalled" data-block="stalled">
          {stalled.deals.map((one) => (one.deal ? <Row key={one.deal.id} one={one} people={people} /> : null))}
        </ul>
      ) : (
        <p className="nothing">
          <Trans>No deal stands for longer than it may.</Trans>
        </p>
      )}
    </Block>
  )
}

function Row({one, people}: {one: One; people: boolean}) {
  const {t} = useLingui()
  const {number, money} = useFormats()
  const {deal, limit} = one
  if (!deal) return null
  const [days, over] = [Math.floor(one.days), Math.max(1, Math.round(one.daysOver))]
  const [most, sample] = [number(limit.days), limit.sample]
  const why =
    limit.basis === 'ALLOWED'
      ? t`The stage allows ${most} days.`
      : t`Twice the median of ${sample} won deals: ${most} days.`
  const around = [deal.account?.name, people ? (deal.owner?.name ?? t`Nobody`) : undefined].filter(
    (name) => name !== undefined,
  )
  return (
    <li>
      <div>
        <Link to="/deals/$id" params={{id: deal.id}} className="own" dir="auto">
          {deal.name}
        </Link>
        <small>
          {[limit.stage.name, ...around].map((name, index) => (
            <span key={index}>
              {index ? ' · ' : ''}
              <bdi>{name}</bdi>
            </span>
          ))}
        </small>
      </div>
      <span className="num" title={why}>
        <Plural value={days} one="# day" other="# days" />
        <small>
          <Plural value={over} one="# day over" other="# days over" />
        </small>
      </span>
      <span className="num worth">{deal.amount ? money(deal.amount) : '–'}</span>
    </li>
  )
}

export function RowsToCome() {
  return (
    <div aria-hidden style={{display: 'grid', gap: 12}}>
      {[1, 2, 3, 4, 5].map((row) => (
        <Bone key={row} inline="100%" block={32} />
      ))}
    </div>
  )
}
