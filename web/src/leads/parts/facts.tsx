import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useQuery} from 'urql'
import {LeadChoicesDocument, type LeadRowFragment} from '../../gql/graphql'
import {usePeople} from '../../members'
import {OwnerChooser} from '../../search'
import {Fact, FactList} from '../../ui/facts'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import {Pick} from '../../ui/pick'
import {useLeadDeeds} from '../deeds'
import {useEdit} from '../edits'

type Field = 'company' | 'title' | 'email' | 'phone' | 'country'

/** What is known of somebody, changed where it stands. */
export function Facts({lead}: {lead: LeadRowFragment}) {
  const {t} = useLingui()
  const {moment, momentInFull} = useFormats()
  const {people} = usePeople()
  const {assign} = useLeadDeeds()
  const give = async (id: string) => {
    const to = people.find((one) => one.id === id)
    const [problem] = to ? await assign(lead, to) : []
    return problem?.message ?? null
  }
  return (
    <FactList>
      <Fact label={t`E-mail`}>
        <Text lead={lead} field="email" label={t`E-mail`} type="email" />
      </Fact>
      <Fact label={t`Phone`}>
        <Text lead={lead} field="phone" label={t`Phone`} type="tel" />
      </Fact>
      <Fact label={t`Company`}>
        <Text lead={lead} field="company" label={t`Company`} />
      </Fact>
      <Fact label={t`Role`}>
        <Text lead={lead} field="title" label={t`Role`} />
      </Fact>
      <Fact label={t`Owner`}>
        <OwnerChooser value={lead.owner} save={give} />
      </Fact>
      <Fact label={t`Product`}>
        <Product lead={lead} />
      </Fact>
      <Fact label={t`Country`}>
        <Text lead={lead} field="country" label={t`Country`} />
      </Fact>
      <Fact label={t`Language`}>
        <Language lead={lead} />
      </Fact>
      <Fact label={t`Came in`} num title={momentInFull(lead.receivedAt)}>
        {moment(lead.receivedAt)}
      </Fact>
    </FactList>
  )
}

const ways = {email: 'mailto:', tel: 'tel:'}

function Text({
  lead,
  field,
  label,
  type,
}: {
  lead: LeadRowFragment
  field: Field
  label: string
  type?: 'email' | 'tel'
}) {
  const {t} = useLingui()
  const edit = useEdit()
  const value = lead[field]
  return (
    <Inline
      label={label}
      type={type}
      value={value ?? ''}
      href={type && value ? ways[type] + value : undefined}
      save={(text) => edit(lead, {[field]: text || null})}
    >
      {value ? type ? value : <bdi>{value}</bdi> : <span className="quiet">{t`Not set`}</span>}
    </Inline>
  )
}

function Product({lead}: {lead: LeadRowFragment}) {
  const {t} = useLingui()
  const edit = useEdit()
  const [search, setSearch] = useState('')
  const [{data}] = useQuery({query: LeadChoicesDocument, variables: {search: search.trim() || null}})
  return (
    <Pick
      bare
      label={t`Choose a product`}
      choices={(data?.products.nodes ?? []).map(({id, name}) => ({value: id, label: name}))}
      value={lead.product?.id}
      name={lead.product?.name}
      onSearch={setSearch}
      save={(productId) => edit(lead, {productId: productId ?? null})}
    />
  )
}

function Language({lead}: {lead: LeadRowFragment}) {
  const {t, i18n} = useLingui()
  const edit = useEdit()
  const names = new Intl.DisplayNames([i18n.locale], {type: 'language'})
  return (
    <Inline
      label={t`Language`}
      value={lead.language ?? ''}
      save={(text) => edit(lead, {language: text.toLowerCase() || null})}
    >
      {lead.language ? <bdi>{names.of(lead.language)}</bdi> : <span className="quiet">{t`Not set`}</span>}
    </Inline>
  )
}
