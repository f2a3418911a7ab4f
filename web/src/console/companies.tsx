import '../ui/sheet.css'
import './console.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconBuildingOff, IconPlus} from '@tabler/icons-react'
import {useNavigate, useSearch} from '@tanstack/react-router'
import {useCallback, useState} from 'react'
import {useQuery} from 'urql'
import {Bone, Empty, Failed} from '../ui/empty'
import {Find} from '../ui/find'
import {useFormats} from '../ui/formats'
import {type Page, usePages} from '../ui/pages'
import {type CompanyLineFragment, ConsoleCompaniesDocument, type ConsoleCompaniesQuery} from './graphql'
import {Bulk} from './parts/bulk'
import {CompanyTable} from './parts/company_table'
import {Filters} from './parts/filters'
import {MakeCompany} from './parts/make_company'
import {type CompaniesView, everything, readCompanies} from './view'

const lines = ({companies}: ConsoleCompaniesQuery): Page<CompanyLineFragment> => ({
  nodes: companies.edges.map(({node}) => node),
  pageInfo: companies.pageInfo,
})

/** Every company, from outside. */
export function Companies() {
  const {t} = useLingui()
  const navigate = useNavigate()
  const view = readCompanies(useSearch({strict: false}))
  const {q = '', status, cell, version, health, plan, sort = 'NAME'} = view
  const [picked, setPicked] = useState<ReadonlyMap<string, CompanyLineFragment>>(new Map())
  const [making, setMaking] = useState(false)
  const go = useCallback(
    (changed: CompaniesView) =>
      void navigate({to: '/companies', search: (was: CompaniesView) => ({...was, ...changed}), replace: true} as never),
    [navigate],
  )
  const ask = useCallback((text: string) => go({q: text || undefined}), [go])
  const behind = version && version === 'behind'
  const asking = {search: q, status, cell, behind, health, plan, sort}
  const pages = usePages({
    document: ConsoleCompaniesDocument,
    variables: asking,
    pick: lines,
    fresh: true,
  })
  const [{data}] = useQuery({query: ConsoleCompaniesDocument, variables: {...asking, after: null}})
  const asked = Boolean(q || status || cell || version || health || plan)
  return (
    <>
      <header className="top console-top">
        <h1>
          <Trans>Companies</Trans>
        </h1>
        <Find label={t`Search companies`} asked={q} ask={ask} />
        <Filters view={view} go={go} />
        <div className="grow" />
        <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={() => setMaking(true)}>
          <Trans>New company</Trans>
        </Button>
      </header>
      <div className="console-body" aria-busy={pages.stale || undefined}>
        {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
        {pages.loaded || pages.error ? null : <Waiting />}
        {pages.loaded && !pages.nodes.length ? <None asked={asked} clear={() => go(everything)} /> : null}
        {pages.nodes.length ? <CompanyTable lines={pages.nodes} picked={picked} choose={setPicked} /> : null}
        {pages.hasMore ? (
          <Button variant="default" size="compact-md" loading={pages.fetching} onClick={pages.more}>
            <Trans>More</Trans>
          </Button>
        ) : null}
        <Count shown={pages.nodes.length} total={data?.companies.totalCount ?? pages.nodes.length} />
      </div>
      <Bulk picked={picked} choose={setPicked} />
      {making ? <MakeCompany close={() => setMaking(false)} /> : null}
    </>
  )
}

const Waiting = () => (
  <div className="console-wait">
    {[72, 60, 66, 48].map((inline) => (
      <Bone key={inline} inline={`${inline}%`} />
    ))}
  </div>
)

function Count({shown, total}: {shown: number; total: number}) {
  const {number} = useFormats()
  if (!shown) return null
  if (shown < total)
    return (
      <p className="quiet">
        <Trans>
          {number(shown)} of {number(total)}
        </Trans>
      </p>
    )
  return (
    <p className="quiet">
      <Plural value={shown} one="One company" two="Two companies" other={`${number(shown)} companies`} />
    </p>
  )
}

function None({asked, clear}: {asked: boolean; clear: () => void}) {
  const {t} = useLingui()
  return (
    <Empty
      icon={<IconBuildingOff size={32} stroke={1.5} />}
      title={asked ? t`No company fits` : t`No companies yet`}
      actions={
        asked ? (
          <Button variant="default" size="compact-md" onClick={clear}>
            <Trans>Show all</Trans>
          </Button>
        ) : undefined
      }
    >
      {asked ? <Trans>Look for a part of the name or the address.</Trans> : <Trans>Make the first one here.</Trans>}
    </Empty>
  )
}
