import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useQuery} from 'urql'
import {LeadChoicesDocument, type RuleRowFragment} from '../../gql/graphql'
import {Chooser} from '../../ui/chooser'
import {Field} from '../../ui/field'
import {Picked} from '../../ui/picked'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'

interface Named {
  id: string
  name: string
}

/** What is known of a lead, as rules ask for it. */
export interface Facts {
  source: Named | null
  product: Named | null
  country: string
  language: string
  question: string
  answer: string
}

export const factsOf = (rule: RuleRowFragment | undefined): Facts => ({
  source: rule?.source ?? null,
  product: rule?.product ?? null,
  country: rule?.country ?? '',
  language: rule?.language ?? '',
  question: rule?.question ?? '',
  answer: rule?.answer ?? '',
})

interface Props {
  facts: Facts
  set: (facts: Facts) => void
  problems: readonly Problem[]
  legend: string
}

/** The facts of a lead that a rule goes by. */
export function Asked({facts, set, problems, legend}: Props) {
  const {t} = useLingui()
  const [search, setSearch] = useState('')
  const [{data}] = useQuery({query: LeadChoicesDocument, variables: {search: search.trim() || null}})
  const sources = data?.sources ?? []
  const products = data?.products.nodes ?? []
  const text = (name: 'country' | 'language' | 'question' | 'answer') => ({
    value: facts[name],
    onValue: (value: string) => set({...facts, [name]: value}),
    why: whyOf(problems, name),
  })
  return (
    <fieldset className="rule-asked">
      <legend>{legend}</legend>
      <div className="columns">
        <Picked label={t`Source`} why={whyOf(problems, 'sourceId')}>
          <Chooser
            label={facts.source ? t`Source` : t`Any source`}
            choices={sources.map(({id, name}) => ({value: id, label: name}))}
            value={facts.source?.id}
            name={facts.source?.name}
            onChange={(id) => set({...facts, source: sources.find((one) => one.id === id) ?? null})}
          />
        </Picked>
        <Picked label={t`Product`} why={whyOf(problems, 'productId')}>
          <Chooser
            label={facts.product ? t`Product` : t`Any product`}
            choices={products.map(({id, name}) => ({value: id, label: name}))}
            value={facts.product?.id}
            name={facts.product?.name}
            onSearch={setSearch}
            onChange={(id) => set({...facts, product: products.find((one) => one.id === id) ?? null})}
          />
        </Picked>
        <Field label={t`Country`} dir="auto" {...text('country')} />
        <Field label={t`Language`} dir="auto" placeholder="he" {...text('language')} />
        <Field label={t`Question of the form`} dir="auto" {...text('question')} />
        <Field label={t`Answered with`} dir="auto" {...text('answer')} />
      </div>
    </fieldset>
  )
}
