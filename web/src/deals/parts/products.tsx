import {Trans, useLingui} from '@lingui/react/macro'
import {IconPackage, IconPencil, IconPlus} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useRights} from '../../batches'
import {useActions} from '../../ui/actions'
import {sumsOf, times} from '../../ui/cash'
import {useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {Part} from '../../ui/part'
import type {OneDeal} from '../shapes'

const LinesForm = late(() => import('./lines_form'))

/** What a deal sells: so many of a product at a price. Whoever may change the deal writes it here. */
export function Products({deal, deep = false}: {deal: OneDeal; deep?: boolean}) {
  const {t} = useLingui()
  const {money, number} = useFormats()
  const {known, may, writes} = useRights('Deal')
  const [open, setOpen] = useState(false)
  const {nodes: lines, pageInfo} = deal.products
  const costs = lines.flatMap(({quantity, unitPrice}) => (unitPrice ? times(unitPrice, quantity) : []))
  // Prices go with the amount, and what cannot be seen here would be written over.
  const changes = known && may('UPDATE') && writes('products') && writes('amount') && !pageInfo.hasNextPage
  const change = () => setOpen(true)
  const icon = <IconPackage size={16} />
  useActions(changes ? [{id: 'change-lines', label: t`Change the products`, icon, run: change}] : [])
  if (!lines.length && !changes) return null
  return (
    <Part
      title={t`Products`}
      deep={deep}
      action={
        changes ? (
          <button type="button" className="part-act" onClick={change}>
            {lines.length ? <IconPencil size={12} /> : <IconPlus size={14} />}
            {lines.length ? t`Change the products` : t`Add one`}
          </button>
        ) : undefined
      }
    >
      {lines.length ? (
        <ul className="line-items">
          {lines.map(({id, product, quantity, unitPrice}) => (
            <li key={id}>
              <span className="own grow" dir="auto" title={product.name}>
                {product.name}
              </span>
              <span className="num quiet">
                <bdi>{number(Number(quantity))}</bdi> × <bdi>{unitPrice ? money(unitPrice) : '–'}</bdi>
              </span>
            </li>
          ))}
          {costs.length > 1 && costs.length === lines.length ? (
            <li>
              <span className="grow quiet">
                <Trans>Sum</Trans>
              </span>
              <bdi className="num">{sumsOf(costs).map(money).join(' + ')}</bdi>
            </li>
          ) : null}
        </ul>
      ) : (
        <p className="none">
          <Trans>No products yet.</Trans>
        </p>
      )}
      {pageInfo.hasNextPage ? (
        <p className="none">
          <Trans>There are more than fit here.</Trans>
        </p>
      ) : null}
      <Suspense>{open ? <LinesForm deal={deal} close={() => setOpen(false)} /> : null}</Suspense>
    </Part>
  )
}
