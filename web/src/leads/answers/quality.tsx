import './answers.css'
import '../../ui/top.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconUserPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {LeadQualityDocument, type ResponseGrouping} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {Bone, Empty} from '../../ui/empty'
import {today, useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {RangeChooser} from '../../ui/range'
import {Outcomes} from './outcomes'
import {QualityTable} from './quality_table'
import {askedOf, daysBack, type TimesView} from './view'
import {useAnswerWords} from './words'

const route = getRouteApi('/leads/quality')
const QUARTER = 91
const origins = ['SOURCE', 'CHANNEL', 'CAMPAIGN'] as const satisfies ResponseGrouping[]

/** What became of the leads of each source, channel or campaign. */
export function LeadQuality() {
  const {t} = useLingui()
  const search = route.useSearch()
  const {day} = useFormats()
  const {groupings} = useAnswerWords()
  const view = {...search, since: search.since ?? daysBack(today(), QUARTER), unit: undefined, measure: undefined}
  const {since, until, by: said} = askedOf(view, today())
  const by = origins.find((one) => one === said) ?? 'SOURCE'
  const [{data, error, fetching}, ask] = useQuery({
    query: LeadQualityDocument,
    variables: {since, until, by},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const found = fetching ? undefined : (data?.leadQuality ?? undefined)
  const about = `${day(since)} – ${day(until)}`
  const waiting = found ? undefined : <Bone inline="100%" block={140} />
  return (
    <div className="answers-page">
      <header className="top">
        <h1>{t`Quality by source`}</h1>
        <p className="tally num" role="status" data-testid="tally">
          {found ? (
            <Plural value={found.reduce((sum, {leads}) => sum + leads, 0)} one="# lead" other="# leads" />
          ) : null}
        </p>
      </header>
      <Bar view={search} days={{since, until}} />
      <div className="answers-body">
        {found?.length === 0 ? (
          <Empty icon={<IconUserPlus size={28} stroke={1.5} />} title={t`No lead came in these days`}>
            <Trans>Choose a longer time, or look whether a source is set up.</Trans>
          </Empty>
        ) : (
          <div className="blocks">
            <Block wide title={groupings[by]} about={about} error={error} retry={again} waiting={waiting}>
              {found ? <Outcomes found={found} by={by} view={view} /> : null}
            </Block>
            {found ? <QualityTable found={found} by={by} view={view} about={about} /> : null}
          </div>
        )}
      </div>
    </div>
  )
}

const exact = {exact: true, includeSearch: true}

function Bar({view, days}: {view: TimesView; days: {since: string; until: string}}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const {groupings} = useAnswerWords()
  const navigate = route.useNavigate()
  const own = view.since !== undefined
  return (
    <div className="bar">
      <nav className="presets" aria-label={t`Compared by`}>
        {origins.map((one) => (
          <Link
            key={one}
            to="/leads/quality"
            search={{...view, by: one === 'SOURCE' ? undefined : one}}
            activeOptions={exact}
          >
            {groupings[one]}
          </Link>
        ))}
      </nav>
      <RangeChooser
        label={t`Last 13 weeks`}
        kind="date"
        low={own ? days.since : undefined}
        high={own ? days.until : undefined}
        show={day}
        onChange={(since, until) => void navigate({search: (was) => ({...was, since, until})})}
      />
    </div>
  )
}
