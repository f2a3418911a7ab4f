import './answers.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconClockQuestion} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {ResponseTimesDocument} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {Bone, Empty} from '../../ui/empty'
import {today, useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {TimesBar} from './bar'
import {ByGroup} from './groups'
import {Percentiles} from './percentiles'
import {Tiles} from './tiles'
import {askedOf} from './view'
import {Weeks} from './weeks'
import {useAnswerWords} from './words'

const route = getRouteApi('/leads/times')

/** How long those who showed interest waited for us, by who and where, and week by week. */
export function ResponseTimes() {
  const {t} = useLingui()
  const view = route.useSearch()
  const {day} = useFormats()
  const {groupings} = useAnswerWords()
  const asked = askedOf(view, today())
  const about = `${day(asked.since)} – ${day(asked.until)}`
  const unsaid = asked.by === 'ANSWER' && !asked.question
  const {told, error, again} = useTimes(asked, unsaid)
  const waiting = told ? undefined : <Bone inline="100%" block={140} />
  return (
    <div className="answers-page">
      <header className="top">
        <h1>{t`Response times`}</h1>
        <p className="tally num" role="status" data-testid="tally">
          {told ? <Plural value={told.total.leads} one="# lead" other="# leads" /> : null}
        </p>
      </header>
      <TimesBar view={view} asked={asked} />
      <div className="answers-body">
        {unsaid ? (
          <Empty icon={<IconClockQuestion size={28} stroke={1.5} />} title={t`Which question?`}>
            <Trans>Choose above the question of a form whose answers are compared.</Trans>
          </Empty>
        ) : told && !told.total.leads ? (
          <Empty
            icon={<IconClockQuestion size={28} stroke={1.5} />}
            title={t`No lead came in these days`}
            actions={<Wider />}
          >
            <Trans>Choose a longer time, or look whether a source is set up.</Trans>
          </Empty>
        ) : (
          <div className="blocks">
            <Block
              wide
              title={asked.measure === 'ATTEMPT' ? t`Until the first attempt` : t`Until the first contact`}
              about={about}
              error={error}
              retry={again}
              waiting={waiting}
            >
              {told ? <Tiles total={told.total} view={view} /> : null}
            </Block>
            <Block wide title={groupings[asked.by]} about={about} error={error} retry={again} waiting={waiting}>
              {told ? <ByGroup groups={told.groups} view={view} asked={asked} /> : null}
            </Block>
            <Weeks view={view} asked={asked} about={about} />
            {told ? <Percentiles times={told} view={view} asked={asked} about={about} /> : null}
          </div>
        )}
      </div>
    </div>
  )
}

function useTimes(asked: ReturnType<typeof askedOf>, pause: boolean) {
  // What was asked before is of other groups: it is not shown as theirs.
  const [{data, error, fetching}, ask] = useQuery({
    query: ResponseTimesDocument,
    variables: asked,
    requestPolicy: 'cache-and-network',
    pause,
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  return {told: pause || fetching ? undefined : data?.responseTimes, error, again}
}

function Wider() {
  const since = `${Number(today().slice(0, 4)) - 1}${today().slice(4)}`
  return (
    <Link to="/leads/times" search={{since}}>
      <Trans>Look at the last year</Trans>
    </Link>
  )
}
