import {useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'
import type {OneDeal} from '../shapes'

export function Products({deal, deep = false}: {deal: OneDeal; deep?: boolean}) {
  const {t} = useLingui()
  const {money, number} = useFormats()
  const lines = deal.products.nodes
  if (!lines.length) return null
  return (
    <Part title={t`Products`} deep={deep}>
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
      </ul>
    </Part>
  )
}
