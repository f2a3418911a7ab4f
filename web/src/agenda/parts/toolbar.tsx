import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconChevronLeft, IconChevronRight, IconPlus, IconX} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {usePeople} from '../../members'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'
import {useFormats} from '../../ui/formats'
import {type Mode, readCalendar} from '../view'

interface Props {
  mode: Mode
  on: string
  turn: (by: 1 | -1) => void
  toToday: () => void
  /** Not there for who may plan nothing. */
  make: (() => void) | undefined
}

/** Which days are shown, and how. */
export function Toolbar({mode, on, turn, toToday, make}: Props) {
  const {t} = useLingui()
  const {month, dayInFull} = useFormats()
  const modes: Record<Mode, string> = {day: t`Day`, week: t`Week`, month: t`Month`}
  return (
    <header className="top">
      <h1 aria-live="polite">{mode === 'day' ? dayInFull(on) : month(on)}</h1>
      <div className="turns">
        <ActionIcon variant="subtle" color="gray" aria-label={t`Before`} onClick={() => turn(-1)}>
          <IconChevronLeft size={16} className="mirror" />
        </ActionIcon>
        <Button variant="default" size="compact-md" onClick={toToday}>
          <Trans>Today</Trans>
        </Button>
        <ActionIcon variant="subtle" color="gray" aria-label={t`After`} onClick={() => turn(1)}>
          <IconChevronRight size={16} className="mirror" />
        </ActionIcon>
      </div>
      <div className="grow" />
      <nav className="presets" aria-label={t`Days shown`}>
        {(Object.keys(modes) as Mode[]).map((one) => (
          <Link
            key={one}
            to="/calendar"
            search={(was) => ({...readCalendar(was), view: one})}
            aria-current={one === mode ? 'page' : undefined}
          >
            {modes[one]}
          </Link>
        ))}
      </nav>
      {make ? (
        <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={make} className="new">
          <Trans>New activity</Trans>
        </Button>
      ) : null}
    </header>
  )
}

interface PeopleProps {
  chosen: readonly {id: string; name: string}[]
  choose: (ids: string[]) => void
}

/** Whose calendars are shown: one's own where nobody is chosen. */
export function PeopleBar({chosen, choose}: PeopleProps) {
  const {t} = useLingui()
  const {people} = usePeople()
  const ids = chosen.map(({id}) => id)
  return (
    <div className="bar people" role="group" aria-label={t`Whose calendars`}>
      {chosen.map(({id, name}) => (
        <span key={id} className="person">
          <Avatar name={name} size={20} plain />
          <bdi>{name}</bdi>
          {ids.length > 1 ? (
            <button type="button" aria-label={t`Hide ${name}`} onClick={() => choose(ids.filter((one) => one !== id))}>
              <IconX size={12} />
            </button>
          ) : null}
        </span>
      ))}
      <Chooser
        label={t`Add a person`}
        value={undefined}
        choices={people
          .filter((one) => !ids.includes(one.id) && one.status !== 'DISABLED')
          .map(({id, name, team}) => ({value: id, label: name, more: team?.name}))}
        onChange={(id) => {
          if (id) choose([...ids, id])
        }}
      />
    </div>
  )
}
