import '../../ui/top.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconChevronLeft, IconChevronRight} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useMe} from '../../members'
import {today} from '../../ui/formats'
import {type ForecastView, stepFrom} from '../view'

/** Month or quarter, and which one: all of it stands in the address. */
export function ForecastBar({view, name}: {view: ForecastView; name: string}) {
  const {t} = useLingui()
  const fiscal = useMe().tenant.fiscalStart
  const quarter = view.period === 'quarter'
  return (
    <div className="bar">
      <nav className="presets" aria-label={t`Length`}>
        <Link to="/forecast" search={{on: view.on}} aria-current={quarter ? undefined : 'page'}>
          <Trans>Month</Trans>
        </Link>
        <Link to="/forecast" search={{on: view.on, period: 'quarter'}} aria-current={quarter ? 'page' : undefined}>
          <Trans>Quarter</Trans>
        </Link>
      </nav>
      <nav className="presets steps" aria-label={t`Period`}>
        <Link
          to="/forecast"
          search={stepFrom(view, -1, today(), fiscal)}
          aria-label={t`The one before`}
          resetScroll={false}
        >
          <IconChevronLeft size={16} className="mirror" />
        </Link>
        <span aria-live="polite">{name}</span>
        <Link
          to="/forecast"
          search={stepFrom(view, 1, today(), fiscal)}
          aria-label={t`The next one`}
          resetScroll={false}
        >
          <IconChevronRight size={16} className="mirror" />
        </Link>
      </nav>
      {view.on ? (
        <nav className="presets" aria-label={t`Now`}>
          <Link to="/forecast" search={{period: view.period}}>
            {quarter ? <Trans>This quarter</Trans> : <Trans>This month</Trans>}
          </Link>
        </nav>
      ) : null}
    </div>
  )
}
