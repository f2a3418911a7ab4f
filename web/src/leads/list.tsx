import './leads.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconChartBar, IconClock, IconPlus, IconUserPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {Suspense, useCallback, useState} from 'react'
import {useQuery} from 'urql'
import type {BulkField} from '../batches'
import {LeadListDocument, LeadListTotalsDocument} from '../gql/graphql'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {Empty} from '../ui/empty'
import {NoneFits} from '../ui/none_fits'
import {useFormats} from '../ui/formats'
import {late} from '../ui/late'
import {ListTop} from '../ui/list_top'
import {usePages} from '../ui/pages'
import {ME, Records, SavedTabs, useListing} from '../views'
import {leadList} from './listing'
import {useLeadColumns} from './parts/columns'
import type {LeadView} from './view'

const Panel = late(() => import('./parts/panel'))
const Filters = late(() => import('./parts/filters'))
const NewLead = late(() => import('./parts/new_lead'))

const route = getRouteApi('/leads')
const PAGE = 100

export function LeadList() {
  const view = route.useSearch()
  const {t} = useLingui()
  const [making, setMaking] = useState(false)
  const listing = useListing(leadList, view)
  const {scope, orderBy, open, set, clear, filtered} = listing
  const [{data: totals}, recount] = useQuery({query: LeadListTotalsDocument, variables: scope})
  const pages = usePages({
    document: LeadListDocument,
    variables: {...scope, orderBy, first: PAGE},
    pick: (data) => data.leads,
    fresh: true,
  })
  const ask = useCallback((q: string) => set({q: q || undefined}), [set])
  const make = () => setMaking(true)
  const may = useGrants('Lead')
  const icon = <IconPlus size={16} />
  useActions([{id: 'new-lead', label: t`New lead`, keys: 'C', icon, able: may.create, run: make}])
  const columns = useLeadColumns(open)
  const fields: BulkField[] = [
    {name: 'company', label: t`Company`, kind: 'text', optional: true},
    {name: 'title', label: t`Role`, kind: 'text', optional: true},
    {name: 'country', label: t`Country`, kind: 'text', optional: true},
  ]
  const count = totals?.leads.totalCount
  return (
    <>
      <Records
        listing={listing}
        title={t`Leads`}
        pages={pages}
        count={count}
        columns={columns}
        fields={fields}
        recount={recount}
        bare={<Bare clear={filtered ? clear : undefined} make={may.create ? make : undefined} />}
        panel={view.lead ? <Panel id={view.lead} close={() => open(undefined)} /> : null}
        top={(tools) => (
          <ListTop
            title={t`Leads`}
            tally={<Tally count={count} shown={pages.nodes.length} />}
            add={may.create ? {label: t`New lead`, run: make} : undefined}
            presets={
              <>
                <Presets view={view} />
                <Suspense>
                  <SavedTabs listing={listing} />
                </Suspense>
              </>
            }
            find={{label: t`Search these leads`, asked: view.q ?? '', ask}}
            layouts={<Numbers />}
            filters={<Filters view={view} set={(change) => set({...change})} />}
            clear={filtered ? clear : undefined}
            tools={tools}
          />
        )}
      />
      <Suspense>{making ? <NewLead close={() => setMaking(false)} made={open} /> : null}</Suspense>
    </>
  )
}

/** From the leads themselves to how they were answered, and what became of them. */
function Numbers() {
  return (
    <>
      <Button
        component={Link}
        to="/leads/times"
        size="compact-md"
        variant="subtle"
        className="brief"
        leftSection={<IconClock size={14} />}
      >
        <span>
          <Trans>Response times</Trans>
        </span>
      </Button>
      <Button
        component={Link}
        to="/leads/quality"
        size="compact-md"
        variant="subtle"
        className="brief"
        leftSection={<IconChartBar size={14} className="mirror" />}
      >
        <span>
          <Trans>Quality</Trans>
        </span>
      </Button>
    </>
  )
}

function Presets({view: {sort, cols, lead}}: {view: LeadView}) {
  const {t} = useLingui()
  const presets: {label: string; set: LeadView}[] = [
    {label: t`All leads`, set: {}},
    {label: t`Open`, set: {status: 'OPEN'}},
    {label: t`My open leads`, set: {owner: ME, status: 'OPEN'}},
    {label: t`Waiting for an answer`, set: {status: 'OPEN', answer: 'WAITING'}},
    {label: t`Nobody’s`, set: {status: 'OPEN', nobody: '1'}},
  ]
  return presets.map(({label, set}) => (
    <Link key={label} to="/leads" search={{...set, sort, cols, lead}} activeOptions={{exact: true}}>
      {label}
    </Link>
  ))
}

function Tally({count, shown}: {count: number | undefined; shown: number}) {
  const {number} = useFormats()
  const read = number(shown)
  if (count === undefined) return null
  if (shown >= count) return <Plural value={count} one="# lead" other="# leads" />
  return (
    <Trans>
      {read} of <Plural value={count} one="# lead" other="# leads" />
    </Trans>
  )
}

/** No lead at all is another thing than no lead that fits: then it is told how they come in. */
function Bare({clear, make}: {clear: (() => void) | undefined; make: (() => void) | undefined}) {
  const {t} = useLingui()
  const sources = useGrants('Source')
  const navigate = route.useNavigate()
  if (clear) return <NoneFits title={t`No lead fits these filters`} clear={clear} />
  return (
    <Empty
      icon={<IconUserPlus size={28} stroke={1.5} />}
      title={t`Your leads will stand here`}
      actions={
        <>
          {sources.create ? (
            <Button size="compact-md" onClick={() => void navigate({to: '/settings/sources'})}>
              <Trans>Set up a source</Trans>
            </Button>
          ) : null}
          {make ? (
            <Button variant="default" size="compact-md" onClick={make}>
              <Trans>Add one by hand</Trans>
            </Button>
          ) : null}
        </>
      }
    >
      <Trans>
        A lead is somebody who shows interest. They come in by themselves: from a form on your site, from lead forms of
        Google, Facebook and LinkedIn, from a mailbox, or from your own programs; those that you have already come in as
        a CSV file. Each new one is given to somebody at once, and its clock runs until it is answered.
      </Trans>
    </Empty>
  )
}
