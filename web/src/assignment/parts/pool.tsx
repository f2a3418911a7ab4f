import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconX} from '@tabler/icons-react'
import {usePeople} from '../../members'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'

/** Somebody who gets leads by a rule, with how many open ones he has at most; nothing is any number. */
export interface Seat {
  id: string
  name: string
  capacity: string
}

/** Who gets leads by a rule. */
export function Pool({pool, set, why}: {pool: Seat[]; set: (pool: Seat[]) => void; why?: string}) {
  const {t} = useLingui()
  const {people} = usePeople()
  const others = people.filter(({id}) => !pool.some((seat) => seat.id === id))
  const add = (id: string | undefined) => {
    const one = people.find((person) => person.id === id)
    if (one) set([...pool, {id: one.id, name: one.name, capacity: ''}])
  }
  return (
    <div className="field rule-seats" data-bad={why ? true : undefined}>
      <span className="label">
        <Trans>Who gets them</Trans>
      </span>
      <ul>
        {pool.map((seat) => (
          <li key={seat.id}>
            <Avatar name={seat.name} size={22} plain />
            <bdi className="clip grow">{seat.name}</bdi>
            <input
              type="number"
              min={1}
              dir="ltr"
              placeholder={t`any number`}
              aria-label={t`Open leads that ${seat.name} has at most`}
              title={t`Open leads that ${seat.name} has at most`}
              value={seat.capacity}
              onChange={(event) =>
                set(pool.map((one) => (one.id === seat.id ? {...one, capacity: event.target.value} : one)))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Take ${seat.name} out`}
              onClick={() => set(pool.filter(({id}) => id !== seat.id))}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {others.length ? (
        <Chooser
          label={t`Add somebody`}
          choices={others.map(({id, name, team}) => ({value: id, label: name, more: team?.name}))}
          value={undefined}
          onChange={add}
        />
      ) : null}
      {why ? (
        <p className="why" role="alert">
          {why}
        </p>
      ) : null}
    </div>
  )
}
