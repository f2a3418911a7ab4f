import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconBuilding, IconPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {Suspense, useCallback, useState} from 'react'
import {useQuery} from 'urql'
import type {BulkField} from '../batches'
import {AccountListDocument, AccountListTotalsDocument} from '../gql/graphql'
import {useGrants, useHolds} from '../members'
import {useActions} from '../ui/actions'
import {Empty} from '../ui/empty'
import {NoneFits} from '../ui/none_fits'
import {useFormats} from '../ui/formats'
import {late} from '../ui/late'
import {ListTop} from '../ui/list_top'
import {usePages} from '../ui/pages'
import {ME, Records, SavedTabs, useListing} from '../views'
import {useAccountColumns} from './parts/columns'
import {accountList, type AccountView} from './view'

const Panel = late(() => import('./parts/panel'))
const Filters = late(() => import('./parts/filters'))
const NewAccount = late(() => import('./parts/new_account'))

const route = getRouteApi('/accounts')
const PAGE = 100

export function AccountList() {
  const view = route.useSearch()
  const {t} = useLingui()
  const [making, setMaking] = useState(false)
  const listing = useListing(accountList, view)
  const {scope, orderBy, open, set, clear, filtered} = listing
  const [{data: totals}, recount] = useQuery({query: AccountListTotalsDocument, variables: scope})
  const pages = usePages({
    document: AccountListDocument,
    variables: {...scope, orderBy, first: PAGE},
    pick: (data) => data.accounts,
    fresh: true,
  })
  const ask = useCallback((q: string) => set({q: q || undefined}), [set])
  const make = () => setMaking(true)
  const may = useGrants('Account')
  const icon = <IconPlus size={16} />
  useActions([{id: 'new-account', label: t`New account`, keys: 'C', icon, able: may.create, run: make}])
  const columns = useAccountColumns(open)
  const fields: BulkField[] = [
    {name: 'industry', label: t`Industry`, kind: 'text', optional: true},
    {name: 'country', label: t`Country`, kind: 'text', optional: true},
    {name: 'size', label: t`Employees`, kind: 'number', optional: true},
    {name: 'revenue', label: t`Revenue`, kind: 'money', optional: true},
    {name: 'parentId', label: t`Part of`, kind: 'account', optional: true},
  ]
  const count = totals?.accounts.totalCount
  return (
    <>
      <Records
        listing={listing}
        title={t`Accounts`}
        pages={pages}
        count={count}
        columns={columns}
        fields={fields}
        recount={recount}
        bare={<Bare clear={filtered ? clear : undefined} />}
        panel={view.account ? <Panel id={view.account} close={() => open(undefined)} /> : null}
        top={(tools) => (
          <ListTop
            title={t`Accounts`}
            tally={<Tally count={count} shown={pages.nodes.length} />}
            add={may.create ? {label: t`New account`, run: make} : undefined}
            presets={
              <>
                <Presets view={view} />
                <Suspense>
                  <SavedTabs listing={listing} />
                </Suspense>
              </>
            }
            find={{label: t`Search these accounts`, asked: view.q ?? '', ask}}
            filters={<Filters view={view} set={(change) => set({...change})} seen={pages.nodes} />}
            clear={filtered ? clear : undefined}
            tools={tools}
          />
        )}
      />
      <Suspense>{making ? <NewAccount close={() => setMaking(false)} made={open} /> : null}</Suspense>
    </>
  )
}

function Presets({view: {sort, cols, account}}: {view: AccountView}) {
  const {t} = useLingui()
  const presets: {label: string; set: AccountView}[] = [
    {label: t`All accounts`, set: {}},
    {label: t`My accounts`, set: {owner: ME}},
    {label: t`With open deals`, set: {deals: 'OPEN'}},
    {label: t`Customers`, set: {deals: 'WON'}},
  ]
  return presets.map(({label, set}) => (
    <Link key={label} to="/accounts" search={{...set, sort, cols, account}} activeOptions={{exact: true}}>
      {label}
    </Link>
  ))
}

function Tally({count, shown}: {count: number | undefined; shown: number}) {
  const {number} = useFormats()
  const read = number(shown)
  if (count === undefined) return null
  if (shown >= count) return <Plural value={count} one="# account" other="# accounts" />
  return (
    <Trans>
      {read} of <Plural value={count} one="# account" other="# accounts" />
    </Trans>
  )
}

/** No account at all is another thing than no account that fits. */
function Bare({clear}: {clear: (() => void) | undefined}) {
  const {t} = useLingui()
  const navigate = route.useNavigate()
  const imports = useHolds('imports:run')
  if (clear) return <NoneFits title={t`No account fits these filters`} clear={clear} />
  return (
    <Empty
      icon={<IconBuilding size={28} stroke={1.5} />}
      title={t`Your accounts will stand here`}
      actions={
        imports ? (
          <Button variant="default" size="compact-md" onClick={() => void navigate({to: '/imports'})}>
            <Trans>Import a file</Trans>
          </Button>
        ) : undefined
      }
    >
      <Trans>An account is a company that you sell to. Make the first one, or bring in what you have in files.</Trans>
    </Empty>
  )
}
