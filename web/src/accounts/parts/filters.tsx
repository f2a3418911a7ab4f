import {useLingui} from '@lingui/react/macro'
import {usePeople} from '../../members'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'
import type {AccountView} from '../view'

interface Props {
  view: AccountView
  set: (change: Partial<AccountView>) => void
  /** Industries and countries are offered as they are met in the list. */
  seen: {industry?: string | null; country?: string | null}[]
}

/** Each filter is a button of its own; what it is set to stands in the address. */
export default function Filters({view, set, seen}: Props) {
  const {t} = useLingui()
  const {people, teams} = usePeople()
  const met = (field: 'industry' | 'country') =>
    [...new Set([view[field], ...seen.map((one) => one[field])])]
      .filter((text) => text != null)
      .sort((a, b) => a.localeCompare(b))
      .map((text) => ({value: text, label: text}))
  return (
    <div className="filters" role="group" aria-label={t`Filters`}>
      <Chooser
        label={t`Owner`}
        choices={people.map(({id, name, team}) => ({
          value: id,
          label: name,
          more: team?.name,
          icon: <Avatar name={name} size={20} plain />,
        }))}
        value={view.owner}
        onChange={(owner) => set({owner})}
      />
      {teams.length ? (
        <Chooser
          label={t`Team`}
          choices={teams.map(({id, name, office}) => ({value: id, label: name, more: office ?? undefined}))}
          value={view.team}
          onChange={(team) => set({team})}
        />
      ) : null}
      <Chooser
        label={t`Industry`}
        choices={met('industry')}
        value={view.industry}
        onChange={(industry) => set({industry})}
      />
      <Chooser
        label={t`Country`}
        choices={met('country')}
        value={view.country}
        onChange={(country) => set({country})}
      />
    </div>
  )
}
