import './rates.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconCoins, IconPlus, IconUpload} from '@tabler/icons-react'
import {getRouteApi} from '@tanstack/react-router'
import {Suspense, useMemo, useState} from 'react'
import {RatesDocument} from '../gql/graphql'
import {useGrants, useMe} from '../members'
import {useActions} from '../ui/actions'
import {Chooser} from '../ui/chooser'
import {currencies} from '../ui/currencies'
import {Empty, Failed} from '../ui/empty'
import {late} from '../ui/late'
import {usePages} from '../ui/pages'
import {Paper} from '../ui/paper'
import {Course} from './parts/course'
import {RateTable} from './parts/table'

const NewRate = late(() => import('./parts/new_rate'))
const SheetDialog = late(() => import('./parts/sheet'))
const route = getRouteApi('/settings/rates')
const PAGE = 100

/** What other currencies are worth in the company's, day by day. */
export function Rates() {
  const {t, i18n} = useLingui()
  const {currency} = route.useSearch()
  const navigate = route.useNavigate()
  const {tenant} = useMe()
  const may = useGrants('ExchangeRate')
  const [asking, setAsking] = useState<'rate' | 'sheet' | null>(null)
  const filter = useMemo(
    () => ({against: {eq: tenant.currency}, ...(currency && {currency: {eq: currency}})}),
    [currency, tenant.currency],
  )
  const pages = usePages({
    document: RatesDocument,
    variables: {filter, first: PAGE},
    pick: (data) => data.exchangeRates,
    fresh: true,
  })
  const add = () => setAsking('rate')
  const icon = <IconPlus size={16} />
  useActions(may.create ? [{id: 'new-rate', label: t`New rate`, keys: 'C', icon, run: add}] : [])
  const adding = may.create ? (
    <>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconUpload size={14} />}
        onClick={() => setAsking('sheet')}
      >
        <Trans>From a CSV file</Trans>
      </Button>
      <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={add}>
        <Trans>New rate</Trans>
      </Button>
    </>
  ) : undefined
  const own = tenant.currency
  const nothing = pages.loaded && !pages.stale && pages.nodes.length === 0
  return (
    <Paper
      wide
      title={t`Exchange rates`}
      actions={adding}
      lead={t`What one unit of another currency is worth in ${own}, from a day on until the next rate. Open deals count at today’s rate, closed ones at the rate of the day on which they closed.`}
    >
      <div className="rate-filters">
        <Chooser
          label={t`Currency`}
          choices={currencies(i18n.locale).map(({code, name}) => ({value: code, label: `${code} · ${name}`}))}
          value={currency}
          name={currency}
          onChange={(next) => void navigate({search: {currency: next}, replace: true})}
        />
      </div>
      {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
      {currency && pages.nodes.length > 1 ? <Course rates={pages.nodes} /> : null}
      {nothing ? (
        <Empty icon={<IconCoins size={28} stroke={1.5} />} title={t`There are no rates yet`} actions={adding}>
          <Trans>Deals in other currencies are not counted in sums until their currency has a rate.</Trans>
        </Empty>
      ) : (
        <RateTable rates={pages.nodes} loading={!pages.loaded} mayRemove={may.remove} />
      )}
      {pages.hasMore ? (
        <Button variant="default" size="compact-md" loading={pages.fetching} onClick={pages.more}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      <Suspense>
        {asking === 'rate' ? <NewRate currency={currency} close={() => setAsking(null)} /> : null}
        {asking === 'sheet' ? <SheetDialog close={() => setAsking(null)} /> : null}
      </Suspense>
    </Paper>
  )
}
