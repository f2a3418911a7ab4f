import {Trans, useLingui} from '@lingui/react/macro'
import type {ProductRowFragment} from '../../gql/graphql'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'

interface Props {
  products: ProductRowFragment[]
  loading: boolean
  /** Opens one to be changed; left out for those who may not. */
  open?: (product: ProductRowFragment) => void
}

/** A real table; the name opens the product. */
export function ProductTable({products, loading, open}: Props) {
  const {t} = useLingui()
  return (
    <table className="products" aria-label={t`Products`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Name</Trans>
          </th>
          <th scope="col" className="spare">
            <Trans>Code</Trans>
          </th>
          <th scope="col" className="spare">
            <Trans>Family</Trans>
          </th>
          <th scope="col" className="end">
            <Trans>Price</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {loading ? <Bones /> : null}
        {products.map((product) => (
          <Row key={product.id} product={product} open={open} />
        ))}
      </tbody>
    </table>
  )
}

function Row({product, open}: {product: ProductRowFragment; open: Props['open']}) {
  const {money} = useFormats()
  const {name, code, family, price, active} = product
  return (
    <tr>
      <th scope="row">
        {open ? (
          <button type="button" className="own" dir="auto" onClick={() => open(product)}>
            {name}
          </button>
        ) : (
          <span className="own" dir="auto">
            {name}
          </span>
        )}
        {active ? null : (
          <span className="tag">
            <Trans>Archived</Trans>
          </span>
        )}
      </th>
      <td className="spare">
        <span className="ltr">{code}</span>
      </td>
      <td className="spare">
        <bdi>{family}</bdi>
      </td>
      <td className="end num">{price ? <bdi>{money(price)}</bdi> : '–'}</td>
    </tr>
  )
}

function Bones() {
  return Array.from({length: 6}, (_, row) => (
    <tr key={row} aria-hidden>
      <td>
        <Bone inline="60%" />
      </td>
      <td className="spare">
        <Bone inline="50%" />
      </td>
      <td className="spare">
        <Bone inline="50%" />
      </td>
      <td>
        <Bone inline="40%" />
      </td>
    </tr>
  ))
}
