import {useLingui} from '@lingui/react/macro'
import {useDesk} from '../desk'

/** The holidays of a day, by their names. */
export function DaysOff({day}: {day: string}) {
  const {t} = useLingui()
  const {time} = useDesk()
  return time.daysOff(day).map(({name, halfUntil}) => (
    <span key={name} className="day-off" dir="auto" title={halfUntil ? t`Until ${halfUntil}` : undefined}>
      {name}
    </span>
  ))
}
