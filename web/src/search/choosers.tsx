import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useQuery} from 'urql'
import {
  AccountChoicesDocument,
  ContactChoicesDocument,
  ProductChoicesDocument,
  type ProductChoicesQuery,
} from '../gql/graphql'
import {Chooser} from '../ui/chooser'
import type {Refusal} from '../ui/edits'
import {useFormats} from '../ui/formats'
import {Pick} from '../ui/pick'

export interface Named {
  id: string
  name: string
}

interface Props {
  label?: string
  value: Named | null | undefined
  /** It is searched among these only. */
  account?: string
  required?: boolean
  /** Takes the choice as it is made: in a form. */
  onChange?: (chosen: Named | null) => void
  /** Writes it at once and answers what was refused: in a record. */
  save?: (chosen: Named | null) => Promise<Refusal>
}

/** Finds an account by its name, on the server. */
export function AccountChooser(props: Props) {
  const {t} = useLingui()
  const [search, setSearch] = useState('')
  const [{data}] = useQuery({query: AccountChoicesDocument, variables: {search: search.trim() || null}})
  const found = (data?.accounts.nodes ?? []).map(({id, name, industry}) => ({id, name, more: industry ?? undefined}))
  return <Choose {...props} label={props.label ?? t`Choose an account`} found={found} onSearch={setSearch} />
}

/** Finds a person by name, on the server; those of one account when that is known. */
export function ContactChooser(props: Props) {
  const {t} = useLingui()
  const [search, setSearch] = useState('')
  const variables = {
    search: search.trim() || null,
    filter: props.account ? {account: {id: {eq: props.account}}} : null,
  }
  const [{data}] = useQuery({query: ContactChoicesDocument, variables})
  const found = (data?.contacts.nodes ?? []).map(({id, name, title, account}) => ({
    id,
    name,
    more: title ?? account?.name,
  }))
  return <Choose {...props} label={props.label ?? t`Choose a person`} found={found} onSearch={setSearch} />
}

/** A product of the price list. */
export type Sold = ProductChoicesQuery['products']['nodes'][number]

/** Finds products that are sold by their names and codes, on the server; each is told as it is chosen. */
export function ProductChooser({label, choose}: {label: string; choose: (product: Sold) => void}) {
  const {money} = useFormats()
  const [search, setSearch] = useState('')
  const [{data}] = useQuery({query: ProductChoicesDocument, variables: {search: search.trim() || null}})
  const found = data?.products.nodes ?? []
  return (
    <Chooser
      label={label}
      choices={found.map(({id, name, price}) => ({value: id, label: name, more: price ? money(price) : undefined}))}
      value={undefined}
      onSearch={setSearch}
      onChange={(id) => {
        const one = found.find((each) => each.id === id)
        if (one) choose(one)
      }}
    />
  )
}

interface ChooseProps extends Props {
  label: string
  found: (Named & {more?: string})[]
  onSearch: (text: string) => void
}

function Choose({label, value, required, found, onSearch, onChange, save}: ChooseProps) {
  const chooser = {
    label,
    required,
    choices: found.map(({id, name, more}) => ({value: id, label: name, more})),
    value: value?.id,
    name: value?.name,
    onSearch,
  }
  const named = (id: string | undefined) => {
    const one = found.find((each) => each.id === id)
    return one ? {id: one.id, name: one.name} : null
  }
  return save ? (
    <Pick {...chooser} bare save={(id) => save(named(id))} />
  ) : (
    <Chooser {...chooser} onChange={(id) => onChange?.(named(id))} />
  )
}
