import {msg} from '@lingui/core/macro'
import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {ConsoleViewerDocument} from '../graphql'
import {healthNames, planName, planNames, sortNames, statusNames} from '../names'
import {type CompaniesView, healths, plans, sorts, statuses, versions} from '../view'

interface Props {
  view: CompaniesView
  go: (changed: CompaniesView) => void
}

const versionNames = {latest: msg`Latest version`, behind: msg`Behind`}

/** What the list is narrowed by, and its order; the cells are offered where there are several. */
export function Filters({view, go}: Props) {
  const {t} = useLingui()
  const [{data}] = useQuery({query: ConsoleViewerDocument})
  const cells = data?.cells ?? []
  const {status, cell, version, health, plan, sort = 'NAME'} = view
  return (
    <>
      <Choice
        label={t`Status`}
        value={status}
        options={[['', t`Any status`], ...statuses.map((one) => [one, t(statusNames[one])] as const)]}
        choose={(value) => go({status: statuses.find((one) => one === value)})}
      />
      <Choice
        label={t`Health`}
        value={health}
        options={[['', t`Any health`], ...healths.map((one) => [one, t(healthNames[one])] as const)]}
        choose={(value) => go({health: healths.find((one) => one === value)})}
      />
      <Choice
        label={t(planName)}
        value={plan}
        options={[['', t`Any plan`], ...plans.map((one) => [one, t(planNames[one])] as const)]}
        choose={(value) => go({plan: plans.find((one) => one === value)})}
      />
      <Choice
        label={t`Version`}
        value={version}
        options={[['', t`Any version`], ...versions.map((one) => [one, t(versionNames[one])] as const)]}
        choose={(value) => go({version: versions.find((one) => one === value)})}
      />
      {cells.length > 1 || cell ? (
        <Choice
          label={t`Cell`}
          value={cell}
          options={[['', t`Any cell`], ...cells.map((one) => [one, one] as const)]}
          choose={(value) => go({cell: value || undefined})}
        />
      ) : null}
      <Choice
        label={t`Order`}
        value={sort}
        options={sorts.map((one) => [one, t(sortNames[one])] as const)}
        choose={(value) => go({sort: sorts.find((one) => one === value)})}
      />
    </>
  )
}

interface ChoiceProps {
  label: string
  value: string | undefined
  options: readonly (readonly [string, string])[]
  choose: (value: string) => void
}

const Choice = ({label, value = '', options, choose}: ChoiceProps) => (
  <select
    className="console-choice"
    aria-label={label}
    data-on={(value && options[0]?.[0] === '') || undefined}
    value={value}
    onChange={(event) => choose(event.target.value)}
  >
    {options.map(([one, name]) => (
      <option key={one} value={one}>
        {name}
      </option>
    ))}
  </select>
)
