import {useLingui} from '@lingui/react/macro'
import {Chooser} from '../../ui/chooser'
import {useFormats} from '../../ui/formats'
import {RangeChooser} from '../../ui/range'
import {PeopleFilters} from '../../views'
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
  const {day} = useFormats()
  const met = (field: 'industry' | 'country') =>
    [...new Set([view[field], ...seen.map((one) => one[field])])]
      .filter((text) => text != null)
      .sort((a, b) => a.localeCompare(b))
      .map((text) => ({value: text, label: text}))
  return (
    <div className="filters" role="group" aria-label={t`Filters`}>
      <PeopleFilters owner={view.owner} team={view.team} set={set} />
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
      <Chooser
        label={t`Deals`}
        choices={[
          {value: 'OPEN', label: t`With open deals`},
          {value: 'WON', label: t`With won deals`},
          {value: 'NONE', label: t`Without open deals`},
        ]}
        value={view.deals}
        onChange={(deals) => set({deals: deals as AccountView['deals']})}
      />
      <RangeChooser
        label={t`Created`}
        kind="date"
        low={view.since}
        high={view.until}
        show={day}
        onChange={(since, until) => set({since, until})}
      />
    </div>
  )
}
