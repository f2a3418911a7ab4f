import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus, IconX} from '@tabler/icons-react'
import {type CSSProperties, useState} from 'react'
import {useFormats} from '../../ui/formats'
import type {Problem} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import {Section} from '../../ui/section'
import type {Company, Part} from './company'

type Hours = Pick<Company['hours'][number], 'weekday' | 'opens' | 'closes'>
const DAY = 24 * 60
const USUAL = {opens: '09:00', closes: '18:00'}

/** The hours of each day of the week, as a picture and as times. */
export function WorkingWeek({company, change, may}: Part) {
  const {t} = useLingui()
  const was = company.hours.map(({weekday, opens, closes}) => ({weekday, opens, closes}))
  const [hours, setHours] = useState<Hours[]>(was)
  const [problems, setProblems] = useState<Problem[]>([])
  const former = {hours: company.hoursSaid ? was : null}
  const days = Array.from({length: 7}, (_, index) => ((company.weekStart - 1 + index) % 7) + 1)
  const save = (next: Hours[] | null) => change({hours: next}, former).then(setProblems)
  return (
    <Section
      title={t`Working time`}
      lead={t`Calendars show it, and follow-ups are proposed for working days only.`}
      foot={
        may ? (
          <>
            {company.hoursSaid ? (
              <Button variant="default" size="compact-md" onClick={() => void save(null)}>
                <Trans>The usual hours of the country</Trans>
              </Button>
            ) : null}
            <Button
              size="compact-md"
              disabled={JSON.stringify(hours) === JSON.stringify(was)}
              onClick={() => void save(hours)}
            >
              <Trans>Save</Trans>
            </Button>
          </>
        ) : undefined
      }
    >
      <fieldset className="inside company-part week-hours" disabled={!may}>
        {days.map((day) => (
          <WorkingDay
            key={day}
            day={day}
            hours={hours.filter(({weekday}) => weekday === day)}
            may={may}
            set={(own) => setHours([...hours.filter(({weekday}) => weekday !== day), ...own].sort(byTime))}
          />
        ))}
        <Refused problems={problems} />
      </fieldset>
    </Section>
  )
}

interface DayProps {
  day: number
  hours: Hours[]
  may: boolean
  set: (hours: Hours[]) => void
}

function WorkingDay({day, hours, may, set}: DayProps) {
  const {t} = useLingui()
  const {weekday} = useFormats()
  const name = weekday(`2024-01-0${String(day)}`)
  const put = (index: number, next: Partial<Hours>) =>
    set(hours.map((one, place) => (place === index ? {...one, ...next} : one)))
  return (
    <div className="work-day" role="group" aria-label={name}>
      <b>{name}</b>
      <div className="bar" aria-hidden>
        {hours.map(({opens, closes}) => (
          <span key={opens} style={{'--from': share(opens), '--long': share(closes, opens)} as CSSProperties} />
        ))}
      </div>
      <div className="times">
        {hours.map((one, index) => (
          <span key={index} className="time-pair">
            <input
              type="time"
              aria-label={t`${name}: from`}
              value={one.opens}
              onChange={({target}) => put(index, {opens: target.value})}
            />
            <input
              type="time"
              aria-label={t`${name}: until`}
              value={one.closes === '24:00' ? '23:59' : one.closes}
              onChange={({target}) => put(index, {closes: target.value})}
            />
            {may ? (
              <button
                type="button"
                aria-label={t`${name}: remove these hours`}
                onClick={() => set(hours.filter((_, place) => place !== index))}
              >
                <IconX size={14} />
              </button>
            ) : null}
          </span>
        ))}
        {hours.length ? null : (
          <span className="quiet">
            <Trans>Rest</Trans>
          </span>
        )}
        {may && hours.length < 4 ? (
          <button
            type="button"
            aria-label={t`${name}: add hours`}
            onClick={() =>
              set([
                ...hours,
                {weekday: day, ...(hours.length ? {opens: hours.at(-1)?.closes ?? '', closes: '23:00'} : USUAL)},
              ])
            }
          >
            <IconPlus size={14} />
          </button>
        ) : null}
      </div>
    </div>
  )
}

const byTime = (one: Hours, other: Hours) => one.weekday - other.weekday || one.opens.localeCompare(other.opens)

function share(until: string, from = '00:00'): string {
  return `${String(((minutesOf(until) - minutesOf(from)) / DAY) * 100)}%`
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
