import {useLingui} from '@lingui/react/macro'
import {useNavigate} from '@tanstack/react-router'
import {useState} from 'react'
import {useQuery} from 'urql'
import {
  AccountChoicesDocument,
  type DealBoardQuery,
  type DealStatus,
  FilterNamesDocument,
  LossReasonsDocument,
  PipelinesDocument,
} from '../../gql/graphql'
import {useMe} from '../../members'
import {Chooser} from '../../ui/chooser'
import {useFormats} from '../../ui/formats'
import {RangeChooser} from '../../ui/range'
import {PeopleFilters} from '../../views'
import type {View} from '../view'
import {Marks} from './marks'

interface Props {
  layout: 'board' | 'list'
  view: View
  pipelines?: DealBoardQuery['pipelines']
  pipeline?: string
}

/** Each filter is a button of its own; what it is set to stands in the address. */
export default function Filters({layout, view, pipelines, pipeline}: Props) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const set = (change: Partial<View>) =>
    void navigate({to: '.', search: (was) => ({...was, ...change}), resetScroll: false})
  return (
    <div className="filters" role="group" aria-label={t`Filters`}>
      {layout === 'board' && pipelines && pipelines.length > 1 ? (
        <Chooser
          label={t`Pipeline`}
          required
          choices={pipelines.map(({id, name}) => ({value: id, label: name}))}
          value={pipeline}
          onChange={(next) => set({pipeline: next})}
        />
      ) : null}
      <PeopleFilters owner={view.owner} team={view.team} set={set} />
      {layout === 'list' ? <ListFilters view={view} set={set} /> : <BoardOrder view={view} set={set} />}
    </div>
  )
}

type Setter = (change: Partial<View>) => void

function BoardOrder({view, set}: {view: View; set: Setter}) {
  const {t} = useLingui()
  const orders = [
    {value: 'close', label: t`By closing date`},
    {value: 'amount', label: t`By amount`},
    {value: 'entered', label: t`Newest in the stage first`},
    {value: 'name', label: t`By name`},
  ]
  const sort = orders.some(({value}) => value === view.sort) ? view.sort : 'close'
  return <Chooser label={t`Order`} required choices={orders} value={sort} onChange={(next) => set({sort: next})} />
}

function ListFilters({view, set}: {view: View; set: Setter}) {
  const {t} = useLingui()
  const {money, day} = useFormats()
  const {tenant} = useMe()
  const [{data}] = useQuery({query: PipelinesDocument})
  const statuses: {value: DealStatus; label: string}[] = [
    {value: 'OPEN', label: t`Open`},
    {value: 'WON', label: t`Won`},
    {value: 'LOST', label: t`Lost`},
  ]
  const stages = (data?.pipelines ?? []).flatMap((one) =>
    one.stages.map(({id, name}) => ({
      value: id,
      label: name,
      more: data && data.pipelines.length > 1 ? one.name : undefined,
    })),
  )
  return (
    <>
      <Chooser
        label={t`Status`}
        choices={statuses}
        value={view.status}
        onChange={(status) => set({status: status as DealStatus | undefined})}
      />
      <Chooser label={t`Stage`} choices={stages} value={view.stage} onChange={(stage) => set({stage})} />
      <AccountFilter view={view} set={set} />
      <ReasonFilter view={view} set={set} />
      <RangeChooser
        label={t`Amount`}
        kind="amount"
        low={view.min}
        high={view.max}
        show={(amount) => money({amount, currency: tenant.currency})}
        onChange={(min, max) => set({min, max})}
      />
      <RangeChooser
        label={t`Closing`}
        kind="date"
        low={view.from}
        high={view.to}
        show={day}
        onChange={(from, to) => set({from, to})}
      />
      <RangeChooser
        label={t`Created`}
        kind="date"
        low={view.since}
        high={view.until}
        show={day}
        onChange={(since, until) => set({since, until})}
      />
      <Marks view={view} set={set} />
    </>
  )
}

/** Among lost deals, or where an address asks for one. */
function ReasonFilter({view: {status, reason}, set}: {view: View; set: Setter}) {
  const {t} = useLingui()
  const shown = status === 'LOST' || reason !== undefined
  const [{data}] = useQuery({query: LossReasonsDocument, pause: !shown})
  if (!shown) return null
  return (
    <Chooser
      label={t`Lost because of`}
      choices={(data?.lossReasons ?? []).map(({id, name}) => ({value: id, label: name}))}
      value={reason}
      onChange={(next) => set({reason: next, unsaid: undefined})}
    />
  )
}

function AccountFilter({view, set}: {view: View; set: Setter}) {
  const {t} = useLingui()
  const [search, setSearch] = useState('')
  const [{data}] = useQuery({query: AccountChoicesDocument, variables: {search: search.trim() || null}})
  const {account, contact} = view
  const names = {
    account: account ?? '',
    withAccount: Boolean(account),
    contact: contact ?? '',
    withContact: Boolean(contact),
  }
  const [{data: named}] = useQuery({query: FilterNamesDocument, variables: names, pause: !account && !contact})
  return (
    <>
      <Chooser
        label={t`Account`}
        choices={(data?.accounts.nodes ?? []).map(({id, name, industry}) => ({
          value: id,
          label: name,
          more: industry ?? undefined,
        }))}
        value={account}
        name={named?.account?.name}
        onChange={(next) => set({account: next})}
        onSearch={setSearch}
      />
      {contact ? (
        <Chooser
          label={t`Contact`}
          choices={named?.contact ? [{value: contact, label: named.contact.name}] : []}
          value={contact}
          onChange={(next) => set({contact: next})}
        />
      ) : null}
    </>
  )
}
