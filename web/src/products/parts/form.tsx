import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  CreateProductDocument,
  DeleteProductDocument,
  type ProductRowFragment,
  RestoreProductDocument,
  UpdateProductDocument,
} from '../../gql/graphql'
import {useMe} from '../../members'
import {CurrencySelect} from '../../ui/currency'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useRemoval} from '../../ui/removal'
import {useSay} from '../../ui/say'

interface Props {
  product: ProductRowFragment | undefined
  mayRemove: boolean
  close: () => void
}

/** A new product, or another name, code, family, price or standing for one that is there. */
export default function ProductForm({product: given, mayRemove, close}: Props) {
  const [product] = useState(given)
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const {tenant} = useMe()
  const remove = useRemoval({remove: DeleteProductDocument, restore: RestoreProductDocument})
  const currency = product?.price?.currency ?? tenant.currency
  const [name, setName] = useState(product?.name ?? '')
  const [code, setCode] = useState(product?.code ?? '')
  const [family, setFamily] = useState(product?.family ?? '')
  const [price, setPrice] = useState(product?.price?.amount.replace(/\.0+$/, '') ?? '')
  const [of, setOf] = useState(currency)
  const [active, setActive] = useState(product?.active ?? true)
  const written = [name, code, family, price, of, active]
  const [before] = useState(written)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async () => {
    setBusy(true)
    const amount = price.trim().replace(',', '.')
    const input = {
      name: name.trim(),
      code: code.trim() || null,
      family: family.trim() || null,
      price: amount ? {amount, currency: of} : null,
      active,
    }
    const answer = product
      ? await client
          .mutation(UpdateProductDocument, {input: {id: product.id, version: product.version, ...input}})
          .toPromise()
      : await client.mutation(CreateProductDocument, {input}).toPromise()
    setBusy(false)
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  const takeAway = async (one: ProductRowFragment) => {
    if (!(await remove(one))) close()
  }
  return (
    <Making
      title={product ? t`Change ${product.name}` : t`New product`}
      act={product ? t`Save` : undefined}
      width={480}
      dirty={JSON.stringify(written) !== JSON.stringify(before)}
      saving={busy}
      problems={problems}
      fields={['name', 'code', 'family', 'price']}
      save={() => void save()}
      remove={product && mayRemove ? () => void takeAway(product) : undefined}
      close={close}
    >
      <Field label={t`Name`} dir="auto" maxLength={300} value={name} onValue={setName} why={whyOf(problems, 'name')} />
      <div className="pair">
        <Field label={t`Code`} dir="ltr" value={code} onValue={setCode} why={whyOf(problems, 'code')} />
        <Field label={t`Family`} dir="auto" value={family} onValue={setFamily} why={whyOf(problems, 'family')} />
      </div>
      <div className="pair">
        <Field
          label={t`Price of one`}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          value={price}
          onValue={setPrice}
          why={whyOf(problems, 'price')}
        />
        <CurrencySelect own={tenant.currency} value={of} onValue={setOf} />
      </div>
      <label className="check">
        <input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} />
        <Trans>Active: offered when a deal gets a line</Trans>
      </label>
    </Making>
  )
}
