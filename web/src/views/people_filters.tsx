import {useLingui} from '@lingui/react/macro'
import {usePeople} from '../members'
import {Avatar} from '../ui/avatar'
import {Chooser} from '../ui/chooser'
import {ME} from './filtering'

interface Props {
  owner: string | undefined
  team: string | undefined
  set: (change: {owner?: string; team?: string}) => void
}

/** Whose records: of one owner, of whoever looks, of a team. */
export function PeopleFilters({owner, team, set}: Props) {
  const {t} = useLingui()
  const {people, teams} = usePeople()
  return (
    <>
      <Chooser
        label={t`Owner`}
        choices={[
          {value: ME, label: t`Me`},
          ...people.map(({id, name, team: of}) => ({
            value: id,
            label: name,
            more: of?.name,
            icon: <Avatar name={name} size={20} plain />,
          })),
        ]}
        value={owner}
        onChange={(next) => set({owner: next})}
      />
      {teams.length ? (
        <Chooser
          label={t`Team`}
          choices={teams.map(({id, name, office}) => ({value: id, label: name, more: office ?? undefined}))}
          value={team}
          onChange={(next) => set({team: next})}
        />
      ) : null}
    </>
  )
}
