import {Trans} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import type {OneDeal} from '../shapes'

export function Products({deal}: {deal: OneDeal}) {
  const {money, number} = useFormats()
  const lines = deal.products.nodes
  if (!lines.length) return null
  return (
    <section>
      <h3>
        <Trans>Products</Trans>
      </h3>
      <ul className="line-items">
        {lines.map(({id, product, quantity, unitPrice}) => (
          <li key={id}>
            <bdi className="grow clip">{product.name}</bdi>
            <span className="num quiet">
              <bdi>{number(Number(quantity))}</bdi> × <bdi>{unitPrice ? money(unitPrice) : '–'}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
