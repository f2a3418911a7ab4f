import {useLingui} from '@lingui/react/macro'
import type {ActivityRowFragment} from '../../gql/graphql'
import {today, useFormats} from '../../ui/formats'
import {isLate} from '../rules'
import {shifted} from '../tomorrow'

type Due = Pick<ActivityRowFragment, 'status' | 'dueOn' | 'dueAt' | 'startsAt' | 'endsAt'>

/** When an open activity is due, in the words that a person would use; red only when that has passed. */
export function When({activity}: {activity: Due}) {
  const {t} = useLingui()
  const {day, moment, time, dayOf} = useFormats()
  const {dueOn, dueAt, startsAt, endsAt} = activity
  const at = startsAt ?? dueAt
  const on = dueOn ?? (at ? dayOf(at) : null)
  if (!on) return null
  const hour = at ? (startsAt && endsAt ? `${time(startsAt)}–${time(endsAt)}` : time(at)) : null
  const named =
    on === today() ? t`Today` : on === shifted(1) ? t`Tomorrow` : on === shifted(-1) ? t`Yesterday` : day(on)
  const late = isLate(activity)
  return (
    <time
      dateTime={at ?? on}
      className={late ? 'when num late' : 'when num'}
      title={late ? t`Overdue` : at ? moment(at) : undefined}
    >
      {hour ? (
        <>
          {named} <bdi dir="ltr">{hour}</bdi>
        </>
      ) : (
        named
      )}
      {late ? <span className="vh">{t`Overdue`}</span> : null}
    </time>
  )
}
