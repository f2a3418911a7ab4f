import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {FilterNamesDocument} from '../../gql/graphql'
import {AccountChooser} from '../../search'
import {Chooser} from '../../ui/chooser'
import {useFormats} from '../../ui/formats'
import {RangeChooser} from '../../ui/range'
import {PeopleFilters} from '../../views'
import type {ContactView} from '../view'

/** Each filter is a button of its own; what it is set to stands in the address. */
export default function Filters({view, set}: {view: ContactView; set: (change: Partial<ContactView>) => void}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const {account} = view
  const names = {account: account ?? '', withAccount: Boolean(account), contact: '', withContact: false}
  const [{data: named}] = useQuery({query: FilterNamesDocument, variables: names, pause: !account})
  return (
    <div className="filters" role="group" aria-label={t`Filters`}>
      <PeopleFilters owner={view.owner} team={view.team} set={set} />
      <AccountChooser
        label={t`Account`}
        value={account ? {id: account, name: named?.account?.name ?? '…'} : null}
        onChange={(one) => set({account: one?.id})}
      />
      <Chooser
        label={t`E-mail`}
        choices={[
          {value: 'YES', label: t`With an e-mail address`},
          {value: 'NO', label: t`Without an e-mail address`},
        ]}
        value={view.mail}
        onChange={(mail) => set({mail: mail as ContactView['mail']})}
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
