import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {useChannels} from '../../attribution'
import {type LeadChannel, LeadChoicesDocument} from '../../gql/graphql'
import {Chooser} from '../../ui/chooser'
import {useFormats} from '../../ui/formats'
import {RangeChooser} from '../../ui/range'
import {PeopleFilters} from '../../views'
import type {LeadView} from '../view'
import {useLeadWords} from '../words'

/** Each filter is a button of its own; what it is set to stands in the address. */
export default function Filters({view, set}: {view: LeadView; set: (change: Partial<LeadView>) => void}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const {statuses} = useLeadWords()
  const channels = useChannels()
  const [{data}] = useQuery({query: LeadChoicesDocument, variables: {}})
  return (
    <div className="filters" role="group" aria-label={t`Filters`}>
      <PeopleFilters owner={view.owner} team={view.team} set={set} />
      <Chooser
        label={t`Status`}
        choices={[
          {value: 'OPEN', label: t`Open`},
          ...Object.entries(statuses).map(([value, label]) => ({value, label})),
        ]}
        value={view.status}
        onChange={(status) => set({status: status as LeadView['status']})}
      />
      <Chooser
        label={t`Answer`}
        choices={[
          {value: 'WAITING', label: t`Not answered yet`},
          {value: 'ESCALATED', label: t`Escalated`},
          {value: 'REACHED', label: t`Reached`},
        ]}
        value={view.answer}
        onChange={(answer) => set({answer: answer as LeadView['answer']})}
      />
      <Chooser
        label={t`Source`}
        choices={(data?.sources ?? []).map(({id, name}) => ({value: id, label: name}))}
        value={view.source}
        onChange={(source) => set({source})}
      />
      <Chooser
        label={t`Channel`}
        choices={(Object.keys(channels) as LeadChannel[]).map((one) => ({value: one, label: channels[one]}))}
        value={view.channel}
        onChange={(channel) => set({channel})}
      />
      <Chooser
        label={t`Score`}
        choices={[
          {value: 'HIGH', label: t`60 and more`},
          {value: 'LOW', label: t`Below 30`},
        ]}
        value={view.score}
        onChange={(score) => set({score: score as LeadView['score']})}
      />
      <Chooser
        label={t`Ripe`}
        choices={[
          {value: 'YES', label: t`Ripe`},
          {value: 'NO', label: t`Not ripe yet`},
        ]}
        value={view.ripe}
        onChange={(ripe) => set({ripe: ripe as LeadView['ripe']})}
      />
      <RangeChooser
        label={t`Came in`}
        kind="date"
        low={view.since}
        high={view.until}
        show={day}
        onChange={(since, until) => set({since, until})}
      />
    </div>
  )
}
