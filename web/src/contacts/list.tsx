import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconUsers, IconFilterOff, IconPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {lazy, Suspense, useCallback, useMemo, useState} from 'react'
import {useQuery} from 'urql'
import {ContactListDocument, ContactListTotalsDocument} from '../gql/graphql'
import {useMe} from '../members'
import {useActions} from '../ui/actions'
import {Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {ListTop} from '../ui/list_top'
import {usePages} from '../ui/pages'
import {Sheet} from '../ui/sheet'
import {useWalk} from '../ui/walk'
import {useContactColumns} from './parts/columns'
import {type ContactView, filterOf, isFiltered, orderOf, sortOf, unfiltered} from './view'

const Panel = lazy(() => import('./parts/panel'))
const Filters = lazy(() => import('./parts/filters'))
const NewContact = lazy(() => import('./parts/new_contact'))

const route = getRouteApi('/contacts')
const PAGE = 100

export function ContactList() {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const {t} = useLingui()
  const [making, setMaking] = useState(false)
  const scope = useMemo(() => ({filter: filterOf(view), search: view.q ?? null}), [view])
  const [{data: totals}] = useQuery({query: ContactListTotalsDocument, variables: scope})
  const pages = usePages({
    document: ContactListDocument,
    variables: {...scope, orderBy: orderOf(view), first: PAGE},
    pick: (data) => data.contacts,
    fresh: true,
  })
  const rows = pages.nodes
  const open = useCallback(
    (contact: string | undefined) => void navigate({search: (was) => ({...was, contact}), resetScroll: false}),
    [navigate],
  )
  const {at, setAt} = useWalk({rows, peeked: view.contact, peek: open})
  const peek = useCallback(
    (contact: string) => {
      setAt(contact)
      open(contact)
    },
    [open, setAt],
  )
  const close = useCallback(() => open(undefined), [open])
  const ask = useCallback(
    (q: string) => void navigate({search: (was) => ({...was, q: q || undefined}), replace: true}),
    [navigate],
  )
  const set = (change: Partial<ContactView>) =>
    void navigate({search: (was) => ({...was, ...change}), resetScroll: false})
  const clear = () => void navigate({search: unfiltered(view)})
  const make = () => setMaking(true)
  useActions([{id: 'new-contact', label: t`New contact`, keys: 'C', icon: <IconPlus size={16} />, run: make}])
  const columns = useContactColumns(peek)
  const count = totals?.contacts.totalCount
  const bare = pages.loaded && !pages.stale && rows.length === 0
  return (
    <>
      <ListTop
        title={t`Contacts`}
        tally={<Tally count={count} shown={rows.length} />}
        add={{label: t`New contact`, run: make}}
        presets={<Presets view={view} />}
        find={{label: t`Search these contacts`, asked: view.q ?? '', ask}}
        filters={<Filters view={view} set={set} />}
        clear={isFiltered(view) ? clear : undefined}
      />
      <div className="with-panel">
        <div className="sheet-area" aria-busy={pages.stale}>
          {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
          {bare ? (
            <Bare clear={isFiltered(view) ? clear : undefined} />
          ) : (
            <Sheet
              label={t`Contacts`}
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
        <Suspense>{view.contact ? <Panel id={view.contact} close={close} /> : null}</Suspense>
      </div>
      <Suspense>{making ? <NewContact close={() => setMaking(false)} made={peek} /> : null}</Suspense>
    </>
  )
}

function Presets({view: {sort, contact}}: {view: ContactView}) {
  const {t} = useLingui()
  const {member} = useMe()
  const presets: {label: string; set: ContactView}[] = [
    {label: t`All contacts`, set: {}},
    {label: t`My contacts`, set: {owner: member.id}},
  ]
  return presets.map(({label, set}) => (
    <Link key={label} to="/contacts" search={{...set, sort, contact}} activeOptions={{exact: true}}>
      {label}
    </Link>
  ))
}

function Tally({count, shown}: {count: number | undefined; shown: number}) {
  const {number} = useFormats()
  const read = number(shown)
  if (count === undefined) return null
  if (shown >= count) return <Plural value={count} one="# contact" other="# contacts" />
  return (
    <Trans>
      {read} of <Plural value={count} one="# contact" other="# contacts" />
    </Trans>
  )
}

/** No contact at all is another thing than no contact that fits. */
function Bare({clear}: {clear: (() => void) | undefined}) {
  const {t} = useLingui()
  const navigate = route.useNavigate()
  if (clear) {
    return (
      <Empty
        icon={<IconFilterOff size={28} stroke={1.5} />}
        title={t`No contact fits these filters`}
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
      icon={<IconUsers size={28} stroke={1.5} />}
      title={t`Your contacts will stand here`}
      actions={
        <Button variant="default" size="compact-md" onClick={() => void navigate({to: '/imports'})}>
          <Trans>Import a file</Trans>
        </Button>
      }
    >
      <Trans>
        A contact is a person whom you know at an account. Make the first one, or bring in what you have in files.
      </Trans>
    </Empty>
  )
}
