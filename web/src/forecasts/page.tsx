import './forecast.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconChartLine, IconLock} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {ForecastPageDocument, type ForecastPageQuery, ReachDocument} from '../gql/graphql'
import {useMe} from '../members'
import {Bone, Empty, Failed} from '../ui/empty'
import {today} from '../ui/formats'
import {useFresh} from '../ui/fresh'
import {listsOf} from './links'
import {Accuracy, useAccuracy} from './parts/accuracy'
import {ForecastBar} from './parts/bar'
import {Headline} from './parts/headline'
import {Notes} from './parts/notes'
import {People, Teams} from './parts/people'
import {Stages} from './parts/stages'
import {usePeriodName} from './parts/period'
import {phaseOf, spanOf} from './view'

type Told = NonNullable<ForecastPageQuery['forecast']>

const route = getRouteApi('/forecast')
/** What a forecast is made of: a role that hides one of these has none. */
const MADE_OF = ['amount', 'expectedCloseOn']

/** What the month or quarter will probably bring, and how much there is to that. */
export function Forecast() {
  const {t} = useLingui()
  const view = route.useSearch()
  const span = spanOf(view, today(), useMe().tenant.fiscalStart)
  const name = usePeriodName()(span)
  const [{data: reach, error: unreached}, askReach] = useQuery({query: ReachDocument})
  const rights = reach?.me?.rights
  const hidden =
    rights &&
    (rights.fields.some(({object, field, rule}) => object === 'Deal' && rule === 'HIDDEN' && MADE_OF.includes(field)) ||
      !rights.grants.some(({object, verb, scope}) => object === 'Deal' && verb === 'READ' && scope !== 'NONE'))
  return (
    <div className="forecast">
      <header className="top">
        <h1>{t`Forecast`}</h1>
        <p className="tally">{name}</p>
      </header>
      <ForecastBar view={view} name={name} />
      <div className="forecast-body">
        {hidden ? (
          <Empty icon={<IconLock size={28} stroke={1.5} />} title={t`Your role has no forecast`}>
            <Trans>
              A forecast is made of deals, their amounts and their expected closes, and your role does not show all of
              them. An owner or an admin of your company can change that.
            </Trans>
          </Empty>
        ) : unreached && !reach ? (
          <Failed error={unreached} retry={() => askReach({requestPolicy: 'network-only'})} />
        ) : (
          <Blocks key={span.startsOn + span.period} />
        )}
      </div>
    </div>
  )
}

function Blocks() {
  const view = route.useSearch()
  const span = spanOf(view, today(), useMe().tenant.fiscalStart)
  const {period, startsOn} = span
  const [{data, error}, ask] = useQuery({
    query: ForecastPageDocument,
    variables: {period, startsOn, begun: phaseOf(span, today()) !== 'coming'},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const accuracy = useAccuracy(period)
  const told = data?.forecast
  if (error && !told) return <Failed error={error} retry={again} />
  if (!told) return <ToCome />
  const phase = phaseOf(span, told.on)
  if (isEmpty(told)) return <Nothing />
  const lists = listsOf(span, phase, told.on)
  return (
    <div className="blocks" data-phase={phase}>
      <Headline
        told={told}
        said={data.said ?? undefined}
        ratio={accuracy.told?.ratio}
        phase={phase}
        lists={lists}
        again={again}
      />
      {phase === 'over' ? null : <Stages told={told} lists={lists} again={again} />}
      <People told={told} lists={lists} again={again} over={phase === 'over'} />
      <Teams told={told} lists={lists} again={again} over={phase === 'over'} />
      {phase === 'over' ? null : <Notes told={told} lists={lists} again={again} />}
      <Accuracy period={period} {...accuracy} />
    </div>
  )
}

const isEmpty = ({stages, won, openDeals, wonDeals, notes}: Told) =>
  !stages.some(({entered}) => entered) && !Number(won.amount) && !openDeals && !wonDeals && !notes.length

function Nothing() {
  const {t} = useLingui()
  return (
    <Empty
      icon={<IconChartLine size={28} stroke={1.5} className="mirror" />}
      title={t`There is nothing to forecast from yet`}
      actions={
        <>
          <Link to="/deals/board">
            <Trans>To the board</Trans>
          </Link>
          <Link to="/imports">
            <Trans>Import deals</Trans>
          </Link>
        </>
      }
    >
      <Trans>
        A forecast needs open deals with an amount and an expected close, and deals that were won or lost: from these it
        learns how often each stage wins. From about 30 closed deals on, the shares begin to mean something.
      </Trans>
    </Empty>
  )
}

/** The true shape of the page while it is read. */
function ToCome() {
  return (
    <div className="blocks" aria-hidden>
      {[240, 320].map((block) => (
        <div key={block} className="block" data-wide>
          <Bone inline={180} block={20} />
          <Bone inline="100%" block={block} />
        </div>
      ))}
    </div>
  )
}
