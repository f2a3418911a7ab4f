import './products.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPackage, IconPlus} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {Suspense, useCallback, useMemo, useState} from 'react'
import {type ProductRowFragment, ProductsDocument} from '../gql/graphql'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {Empty, Failed} from '../ui/empty'
import {Find} from '../ui/find'
import {late} from '../ui/late'
import {usePages} from '../ui/pages'
import {Paper} from '../ui/paper'
import {ProductTable} from './parts/table'
import type {ProductView} from './view'

const ProductForm = late(() => import('./parts/form'))
const route = getRouteApi('/settings/products')
const PAGE = 50

/** The price list: what deals are made of. */
export function Products() {
  const {t} = useLingui()
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const may = useGrants('Product')
  const [open, setOpen] = useState<ProductRowFragment | 'new' | null>(null)
  const [count, setCount] = useState<number>()
  const pages = usePages({
    document: ProductsDocument,
    variables: useMemo(() => ({filter: filterOf(view), search: view.q ?? null, first: PAGE}), [view]),
    pick: ({products}) => {
      if (products.totalCount !== count) setCount(products.totalCount)
      return products
    },
    fresh: true,
  })
  const ask = useCallback(
    (q: string) => void navigate({search: (was: ProductView) => ({...was, q: q || undefined}), replace: true}),
    [navigate],
  )
  const add = () => setOpen('new')
  const icon = <IconPlus size={16} />
  useActions(may.create ? [{id: 'new-product', label: t`New product`, keys: 'C', icon, run: add}] : [])
  const adding = may.create ? (
    <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={add}>
      <Trans>New product</Trans>
    </Button>
  ) : undefined
  const asked = Boolean(view.q ?? view.shown)
  const nothing = pages.loaded && !pages.stale && pages.nodes.length === 0
  return (
    <Paper
      wide
      title={t`Products`}
      tags={
        <p className="quiet num" role="status">
          {count === undefined ? null : <Plural value={count} one="# product" other="# products" />}
        </p>
      }
      actions={adding}
    >
      <div className="product-filters">
        <Find label={t`Search the products`} asked={view.q ?? ''} ask={ask} />
        <div className="product-shown" role="group" aria-label={t`Which products`}>
          <Shown view={view} shown={undefined} label={t`Active`} />
          <Shown view={view} shown="archived" label={t`Archived`} />
          <Shown view={view} shown="all" label={t`All`} />
        </div>
      </div>
      {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
      {nothing ? (
        <Empty
          icon={<IconPackage size={28} stroke={1.5} />}
          title={asked ? t`No product is like this` : t`There are no products yet`}
          actions={asked ? undefined : adding}
        >
          {asked ? null : (
            <Trans>
              Add them one by one, or <Link to="/imports">import</Link> a CSV file with names, codes and prices.
            </Trans>
          )}
        </Empty>
      ) : (
        <ProductTable products={pages.nodes} loading={!pages.loaded} open={may.update ? setOpen : undefined} />
      )}
      {pages.hasMore ? (
        <Button variant="default" size="compact-md" loading={pages.fetching} onClick={pages.more}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      <Suspense>
        {open ? (
          <ProductForm product={open === 'new' ? undefined : open} mayRemove={may.remove} close={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </Paper>
  )
}

function Shown({view, shown, label}: {view: ProductView; shown: ProductView['shown']; label: string}) {
  return (
    <Link
      to="/settings/products"
      search={{...view, shown}}
      aria-current={view.shown === shown ? 'true' : undefined}
      className={view.shown === shown ? 'active' : undefined}
      activeProps={{}}
      replace
    >
      {label}
    </Link>
  )
}

const filterOf = ({shown}: ProductView) => (shown === 'all' ? null : {active: {eq: shown !== 'archived'}})
