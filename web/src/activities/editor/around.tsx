import {useLingui} from '@lingui/react/macro'
import {IconX} from '@tabler/icons-react'
import {useState} from 'react'
import {useQuery} from 'urql'
import {DealChoicesDocument} from '../../gql/graphql'
import {usePeople} from '../../members'
import {AccountChooser, ContactChooser, type Named} from '../../search'
import {Chooser} from '../../ui/chooser'
import type {Hanger} from '../records'
import type {Guest} from './form'

/** The records that it is about; as many as there are. */
export function RecordFields({value, onValue}: {value: readonly Hanger[]; onValue: (records: Hanger[]) => void}) {
  const {t} = useLingui()
  const add = (kind: Hanger['kind']) => (one: Named | null) => {
    if (one && !value.some(({id}) => id === one.id)) onValue([...value, {kind, id: one.id, name: one.name}])
  }
  return (
    <div className="field">
      <span className="label">{t`It is about`}</span>
      <div className="chosen">
        <Chips value={value} onValue={onValue} />
        <DealChooser onChange={add('deal')} />
        <AccountChooser label={t`Account`} value={null} onChange={add('account')} />
        <ContactChooser label={t`Contact`} value={null} onChange={add('contact')} />
      </div>
    </div>
  )
}

/** Who takes part. */
export function GuestFields({value, onValue}: {value: readonly Guest[]; onValue: (guests: Guest[]) => void}) {
  const {t} = useLingui()
  const {people} = usePeople()
  const add = (guest: Guest | null) => {
    if (guest && !value.some(({id}) => id === guest.id)) onValue([...value, guest])
  }
  return (
    <div className="field">
      <span className="label">{t`Participants`}</span>
      <div className="chosen">
        <Chips value={value} onValue={onValue} />
        <Chooser
          label={t`Colleague`}
          value={undefined}
          choices={people.map(({id, name, team}) => ({value: id, label: name, more: team?.name}))}
          onChange={(id) => {
            const one = people.find((each) => each.id === id)
            add(one ? {kind: 'member', id: one.id, name: one.name} : null)
          }}
        />
        <ContactChooser
          label={t`Contact`}
          value={null}
          onChange={(one) => add(one ? {kind: 'contact', id: one.id, name: one.name} : null)}
        />
      </div>
    </div>
  )
}

function Chips<One extends Named>({value, onValue}: {value: readonly One[]; onValue: (value: One[]) => void}) {
  const {t} = useLingui()
  return value.map((one) => (
    <span key={one.id} className="chosen-one">
      <bdi>{one.name}</bdi>
      <button
        type="button"
        aria-label={t`Take away: ${one.name}`}
        onClick={() => onValue(value.filter(({id}) => id !== one.id))}
      >
        <IconX size={12} />
      </button>
    </span>
  ))
}

function DealChooser({onChange}: {onChange: (chosen: Named | null) => void}) {
  const {t} = useLingui()
  const [search, setSearch] = useState('')
  const [{data}] = useQuery({query: DealChoicesDocument, variables: {search: search.trim() || null}})
  const found = data?.deals.nodes ?? []
  return (
    <Chooser
      label={t`Deal`}
      value={undefined}
      choices={found.map(({id, name, account}) => ({value: id, label: name, more: account?.name}))}
      onSearch={setSearch}
      onChange={(id) => onChange(found.find((one) => one.id === id) ?? null)}
    />
  )
}
