import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconUsers, IconPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {Suspense, useCallback, useState} from 'react'
import {useQuery} from 'urql'
import type {BulkField} from '../batches'
import {ContactListDocument, ContactListTotalsDocument} from '../gql/graphql'
import {useGrants, useHolds} from '../members'
import {useActions} from '../ui/actions'
import {Empty} from '../ui/empty'
import {NoneFits} from '../ui/none_fits'
import {useFormats} from '../ui/formats'
import {late} from '../ui/late'
import {ListTop} from '../ui/list_top'
import {usePages} from '../ui/pages'
import {ME, Records, SavedTabs, useListing} from '../views'
import {useContactColumns} from './parts/columns'
import {contactList, type ContactView} from './view'

const Panel = late(() => import('./parts/panel'))
const Filters = late(() => import('./parts/filters'))
const NewContact = late(() => import('./parts/new_contact'))

const route = getRouteApi('/contacts')
const PAGE = 100

export function ContactList() {
  const view = route.useSearch()
  const {t} = useLingui()
  const [making, setMaking] = useState(false)
  const listing = useListing(contactList, view)
  const {scope, orderBy, open, set, clear, filtered} = listing
  const [{data: totals}, recount] = useQuery({query: ContactListTotalsDocument, variables: scope})
  const pages = usePages({
    document: ContactListDocument,
    variables: {...scope, orderBy, first: PAGE},
    pick: (data) => data.contacts,
    fresh: true,
  })
  const ask = useCallback((q: string) => set({q: q || undefined}), [set])
  const make = () => setMaking(true)
  const may = useGrants('Contact')
  const icon = <IconPlus size={16} />
  useActions([{id: 'new-contact', label: t`New contact`, keys: 'C', icon, able: may.create, run: make}])
  const columns = useContactColumns(open)
  const fields: BulkField[] = [
    {name: 'title', label: t`Role`, kind: 'text', optional: true},
    {name: 'accountId', label: t`Account`, kind: 'account', optional: true},
  ]
  const count = totals?.contacts.totalCount
  return (
    <>
      <Records
        listing={listing}
        title={t`Contacts`}
        pages={pages}
        count={count}
        columns={columns}
        fields={fields}
        recount={recount}
        bare={<Bare clear={filtered ? clear : undefined} />}
        panel={view.contact ? <Panel id={view.contact} close={() => open(undefined)} /> : null}
        top={(tools) => (
          <ListTop
            title={t`Contacts`}
            tally={<Tally count={count} shown={pages.nodes.length} />}
            add={may.create ? {label: t`New contact`, run: make} : undefined}
            presets={
              <>
                <Presets view={view} />
                <Suspense>
                  <SavedTabs listing={listing} />
                </Suspense>
              </>
            }
            find={{label: t`Search these contacts`, asked: view.q ?? '', ask}}
            filters={<Filters view={view} set={(change) => set({...change})} />}
            clear={filtered ? clear : undefined}
            tools={tools}
          />
        )}
      />
      <Suspense>{making ? <NewContact close={() => setMaking(false)} made={open} /> : null}</Suspense>
    </>
  )
}

function Presets({view: {sort, cols, contact}}: {view: ContactView}) {
  const {t} = useLingui()
  const presets: {label: string; set: ContactView}[] = [
    {label: t`All contacts`, set: {}},
    {label: t`My contacts`, set: {owner: ME}},
  ]
  return presets.map(({label, set}) => (
    <Link key={label} to="/contacts" search={{...set, sort, cols, contact}} activeOptions={{exact: true}}>
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
  const imports = useHolds('imports:run')
  if (clear) return <NoneFits title={t`No contact fits these filters`} clear={clear} />
  return (
    <Empty
      icon={<IconUsers size={28} stroke={1.5} />}
      title={t`Your contacts will stand here`}
      actions={
        imports ? (
          <Button variant="default" size="compact-md" onClick={() => void navigate({to: '/imports'})}>
            <Trans>Import a file</Trans>
          </Button>
        ) : undefined
      }
    >
      <Trans>
        A contact is a person whom you know at an account. Make the first one, or bring in what you have in files.
      </Trans>
    </Empty>
  )
}
