import './home.css'
import {useLingui} from '@lingui/react/macro'
import {getRouteApi} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {ReachDocument} from '../gql/graphql'
import {useMe} from '../members'
import {Bone, Failed} from '../ui/empty'
import {today, useFormats} from '../ui/formats'
import {Activity} from './parts/activity'
import {Closings} from './parts/closings'
import {HomeBar} from './parts/home_bar'
import {OpenDeals} from './parts/open_deals'
import {Progress} from './parts/progress'
import {Stalled} from './parts/stalled'
import {Waiting} from './parts/waiting'
import {daysOf, periodOf} from './view'

const route = getRouteApi('/')

/** Scopes in which others' deals are read. */
const WIDER = ['TEAM', 'BELOW', 'ALL']

/** What one looks at first: one's own numbers, or those of all whom one's role shows. */
export function Home() {
  const {t} = useLingui()
  const {dayInFull} = useFormats()
  const {member} = useMe()
  const view = route.useSearch()
  const [{data, error}, again] = useQuery({query: ReachDocument})
  const reads = data?.me?.rights.grants.find(({object, verb}) => object === 'Deal' && verb === 'READ')
  const leads = WIDER.includes(reads?.scope ?? '')
  const all = leads && view.whose !== 'mine'
  const whose = all ? {team: view.team} : {owner: member.id}
  const days = daysOf(view, today())
  return (
    <div className="home">
      <header className="top">
        <h1>{t`Home`}</h1>
        <p className="tally num">{dayInFull(today())}</p>
      </header>
      <HomeBar view={view} leads={leads} all={all} />
      <div className="home-body">
        {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
        {data ? (
          <div className="blocks">
            {all ? null : <Waiting />}
            <OpenDeals whose={whose} people={all} />
            {view.period === 'custom' ? null : <Progress whose={whose} period={periodOf(view)} mine={!all} />}
            {all ? <Closings whose={whose} days={days} /> : null}
            {all ? <Activity whose={whose} days={days} /> : null}
            <Stalled whose={whose} people={all} />
          </div>
        ) : (
          <Bone inline="100%" block={320} />
        )}
      </div>
    </div>
  )
}
