import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconBuilding, IconFilterOff, IconPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {lazy, Suspense, useCallback, useMemo, useState} from 'react'
import {useQuery} from 'urql'
import {AccountListDocument, AccountListTotalsDocument} from '../gql/graphql'
import {useMe} from '../members'
import {useActions} from '../ui/actions'
import {Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {ListTop} from '../ui/list_top'
import {usePages} from '../ui/pages'
import {Sheet} from '../ui/sheet'
import {useWalk} from '../ui/walk'
import {useAccountColumns} from './parts/columns'
import {type AccountView, filterOf, isFiltered, orderOf, sortOf, unfiltered} from './view'

const Panel = lazy(() => import('./parts/panel'))
const Filters = lazy(() => import('./parts/filters'))
const NewAccount = lazy(() => import('./parts/new_account'))

const route = getRouteApi('/accounts')
const PAGE = 100

export function AccountList() {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const {t} = useLingui()
  const [making, setMaking] = useState(false)
  const scope = useMemo(() => ({filter: filterOf(view), search: view.q ?? null}), [view])
  const [{data: totals}] = useQuery({query: AccountListTotalsDocument, variables: scope})
  const pages = usePages({
    document: AccountListDocument,
    variables: {...scope, orderBy: orderOf(view), first: PAGE},
    pick: (data) => data.accounts,
    fresh: true,
  })
  const rows = pages.nodes
  const open = useCallback(
    (account: string | undefined) => void navigate({search: (was) => ({...was, account}), resetScroll: false}),
    [navigate],
  )
  const {at, setAt} = useWalk({rows, peeked: view.account, peek: open})
  const peek = useCallback(
    (account: string) => {
      setAt(account)
      open(account)
    },
    [open, setAt],
  )
  const close = useCallback(() => open(undefined), [open])
  const ask = useCallback(
    (q: string) => void navigate({search: (was) => ({...was, q: q || undefined}), replace: true}),
    [navigate],
  )
  const set = (change: Partial<AccountView>) =>
    void navigate({search: (was) => ({...was, ...change}), resetScroll: false})
  const clear = () => void navigate({search: unfiltered(view)})
  const make = () => setMaking(true)
  useActions([{id: 'new-account', label: t`New account`, keys: 'C', icon: <IconPlus size={16} />, run: make}])
  const columns = useAccountColumns(peek)
  const count = totals?.accounts.totalCount
  const bare = pages.loaded && !pages.stale && rows.length === 0
  return (
    <>
      <ListTop
        title={t`Accounts`}
        tally={<Tally count={count} shown={rows.length} />}
        add={{label: t`New account`, run: make}}
        presets={<Presets view={view} />}
        find={{label: t`Search these accounts`, asked: view.q ?? '', ask}}
        filters={<Filters view={view} set={set} seen={rows} />}
        clear={isFiltered(view) ? clear : undefined}
      />
      <div className="with-panel">
        <div className="sheet-area" aria-busy={pages.stale}>
          {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
          {bare ? (
            <Bare clear={isFiltered(view) ? clear : undefined} />
          ) : (
            <Sheet
              label={t`Accounts`}
              rows={rows}
              columns={columns}
              count={count}
              loading={!pages.loaded}
              sort={sortOf(view)}
              current={at}
              open={peek}
              more={pages.hasMore ? pages.more : undefined}
            />
          )}
        </div>
        <Suspense>{view.account ? <Panel id={view.account} close={close} /> : null}</Suspense>
      </div>
      <Suspense>{making ? <NewAccount close={() => setMaking(false)} made={peek} /> : null}</Suspense>
    </>
  )
}

function Presets({view: {sort, account}}: {view: AccountView}) {
  const {t} = useLingui()
  const {member} = useMe()
  const presets: {label: string; set: AccountView}[] = [
    {label: t`All accounts`, set: {}},
    {label: t`My accounts`, set: {owner: member.id}},
    {label: t`With open deals`, set: {deals: 'OPEN'}},
    {label: t`Customers`, set: {deals: 'WON'}},
  ]
  return presets.map(({label, set}) => (
    <Link key={label} to="/accounts" search={{...set, sort, account}} activeOptions={{exact: true}}>
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
  if (clear) {
    return (
      <Empty
        icon={<IconFilterOff size={28} stroke={1.5} />}
        title={t`No account fits these filters`}
        actions={
          <Button variant="default" size="compact-md" onClick={clear}>
            <Trans>Clear the filters</Trans>
          </Button>
        }
      />
    )
  }
  return (
    <Empty
      icon={<IconBuilding size={28} stroke={1.5} />}
      title={t`Your accounts will stand here`}
      actions={
        <Button variant="default" size="compact-md" onClick={() => void navigate({to: '/imports'})}>
          <Trans>Import a file</Trans>
        </Button>
      }
    >
      <Trans>An account is a company that you sell to. Make the first one, or bring in what you have in files.</Trans>
    </Empty>
  )
}
