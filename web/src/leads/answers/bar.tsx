import '../../ui/top.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Link, useNavigate} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {type ResponseGrouping, ResponseQuestionsDocument} from '../../gql/graphql'
import {Chooser} from '../../ui/chooser'
import {today, useFormats} from '../../ui/formats'
import {RangeChooser} from '../../ui/range'
import {type askedOf, daysBack, type TimesView} from './view'
import {useAnswerWords} from './words'

const QUARTER = 91
const exact = {exact: true, includeSearch: true}

/** Of which days, by what, until what and in which time: all of it stands in the address. */
export function TimesBar({view, asked}: {view: TimesView; asked: ReturnType<typeof askedOf>}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const {groupings} = useAnswerWords()
  const navigate = useNavigate()
  const set = (change: TimesView) =>
    void navigate({to: '/leads/times', search: (was) => ({...was, ...change}), resetScroll: false})
  const periods = [
    {label: t`30 days`, since: undefined},
    {label: t`13 weeks`, since: daysBack(today(), QUARTER)},
  ]
  const own = view.until !== undefined || periods.every(({since}) => since !== view.since)
  return (
    <div className="bar">
      <nav className="presets" aria-label={t`Period`}>
        {periods.map(({label, since}) => (
          <Link key={label} to="/leads/times" search={{...view, since, until: undefined}} activeOptions={exact}>
            {label}
          </Link>
        ))}
      </nav>
      <RangeChooser
        label={t`Other days`}
        kind="date"
        low={own ? asked.since : undefined}
        high={own ? asked.until : undefined}
        show={day}
        onChange={(since, until) => set({since, until})}
      />
      <Chooser
        required
        label={t`Compared by`}
        choices={Object.entries(groupings).map(([value, label]) => ({value, label}))}
        value={asked.by}
        onChange={(by) => set({by: by as ResponseGrouping, question: undefined})}
      />
      {asked.by === 'ANSWER' ? <Question asked={asked} set={set} /> : null}
      <nav className="presets" aria-label={t`Until`}>
        <Link to="/leads/times" search={{...view, measure: undefined}} activeOptions={exact}>
          <Trans>First contact</Trans>
        </Link>
        <Link to="/leads/times" search={{...view, measure: 'ATTEMPT'}} activeOptions={exact}>
          <Trans>First attempt</Trans>
        </Link>
      </nav>
      <nav className="presets" aria-label={t`Time that counts`}>
        <Link to="/leads/times" search={{...view, unit: undefined}} activeOptions={exact}>
          <Trans>All hours</Trans>
        </Link>
        <Link to="/leads/times" search={{...view, unit: 'BUSINESS'}} activeOptions={exact}>
          <Trans>Working hours</Trans>
        </Link>
      </nav>
    </div>
  )
}

function Question({asked, set}: {asked: ReturnType<typeof askedOf>; set: (change: TimesView) => void}) {
  const {t} = useLingui()
  const {since, until, question} = asked
  const [{data}] = useQuery({query: ResponseQuestionsDocument, variables: {since, until}})
  return (
    <Chooser
      label={t`Question`}
      choices={(data?.responseQuestions ?? []).map((one) => ({value: one, label: one}))}
      value={question ?? undefined}
      name={question ?? undefined}
      onChange={(one) => set({question: one})}
    />
  )
}
