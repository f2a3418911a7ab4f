import '../../ui/top.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Link, useNavigate} from '@tanstack/react-router'
import {usePeople} from '../../members'
import {Chooser} from '../../ui/chooser'
import {today, useFormats} from '../../ui/formats'
import {RangeChooser} from '../../ui/range'
import {daysOf, type HomeView} from '../view'

/** Whose numbers, of which time, of which team: all of it stands in the address. */
export function HomeBar({view, leads, all}: {view: HomeView; leads: boolean; all: boolean}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const {teams} = usePeople({pause: !leads})
  const navigate = useNavigate()
  const set = (change: HomeView) => void navigate({to: '/', search: (was) => ({...was, ...change}), resetScroll: false})
  const {since, until} = daysOf(view, today())
  return (
    <div className="bar">
      {leads ? (
        <nav className="presets" aria-label={t`Whose numbers`}>
          <Link to="/" search={{...view, whose: undefined}} activeOptions={exact}>
            <Trans>Everybody’s</Trans>
          </Link>
          <Link to="/" search={{period: view.period, whose: 'mine'}} activeOptions={exact}>
            <Trans>Mine</Trans>
          </Link>
        </nav>
      ) : null}
      <nav className="presets" aria-label={t`Period`}>
        <Link to="/" search={{...view, period: undefined, from: undefined, to: undefined}} activeOptions={exact}>
          <Trans>Month</Trans>
        </Link>
        <Link to="/" search={{...view, period: 'quarter', from: undefined, to: undefined}} activeOptions={exact}>
          <Trans>Quarter</Trans>
        </Link>
      </nav>
      {all ? (
        <RangeChooser
          label={t`Other days`}
          kind="date"
          low={view.period === 'custom' ? since : undefined}
          high={view.period === 'custom' ? until : undefined}
          show={day}
          onChange={(from, to) => set({from, to, period: from || to ? 'custom' : undefined})}
        />
      ) : null}
      {all && teams.length ? (
        <Chooser
          label={t`Team`}
          choices={teams.map(({id, name, office}) => ({value: id, label: name, more: office ?? undefined}))}
          value={view.team}
          onChange={(team) => set({team})}
        />
      ) : null}
    </div>
  )
}

const exact = {exact: true, includeSearch: true}
