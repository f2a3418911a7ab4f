import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {FilterNamesDocument} from '../../gql/graphql'
import {usePeople} from '../../members'
import {AccountChooser} from '../../search'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'
import type {ContactView} from '../view'

/** Each filter is a button of its own; what it is set to stands in the address. */
export default function Filters({view, set}: {view: ContactView; set: (change: Partial<ContactView>) => void}) {
  const {t} = useLingui()
  const {people, teams} = usePeople()
  const {account} = view
  const names = {account: account ?? '', withAccount: Boolean(account), contact: '', withContact: false}
  const [{data: named}] = useQuery({query: FilterNamesDocument, variables: names, pause: !account})
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
      <AccountChooser
        label={t`Account`}
        value={account ? {id: account, name: named?.account?.name ?? '…'} : null}
        onChange={(one) => set({account: one?.id})}
      />
    </div>
  )
}
