import {useLingui} from '@lingui/react/macro'
import {useForm} from '@mantine/form'
import {useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {CreateLeadDocument, LeadChoicesDocument} from '../../gql/graphql'
import {useMe, usePeople} from '../../members'
import {OwnerChooser, ReachField} from '../../search'
import {Chooser} from '../../ui/chooser'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'

const texts = ['name', 'company', 'email', 'phone', 'title', 'message'] as const
const fields = [...texts, 'sourceId', 'ownerId']

/** A lead written down by hand: who it is, what was said, and whose it is. */
export default function NewLead({close, made}: {close: () => void; made: (id: string, name: string) => void}) {
  const {t} = useLingui()
  const {member} = useMe()
  const {people} = usePeople()
  const [{data}] = useQuery({query: LeadChoicesDocument, variables: {}})
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreateLeadDocument)
  const form = useForm({
    initialValues: {name: '', company: '', email: '', phone: '', title: '', message: '', source: '', owner: member.id},
  })
  const {values} = form
  const save = async () => {
    const said = Object.fromEntries(texts.map((name) => [name, values[name].trim() || null]))
    const input = {...said, name: values.name.trim(), sourceId: values.source || null, ownerId: values.owner}
    const answer = await create({input})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    const lead = answer.data?.createLead.lead
    if (refused.length || !lead) return
    close()
    made(lead.id, lead.name)
  }
  const field = (name: (typeof texts)[number]) => ({
    value: values[name],
    onValue: (value: string) => form.setFieldValue(name, value),
    why: whyOf(problems, name),
  })
  return (
    <Making
      title={t`New lead`}
      dirty={form.isDirty()}
      saving={fetching}
      problems={problems}
      fields={fields}
      save={() => void save()}
      close={close}
    >
      <Field
        label={t`Name`}
        required
        // The dialog was opened to name somebody.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={200}
        dir="auto"
        {...field('name')}
      />
      <div className="columns">
        <ReachField label={t`Phone`} type="tel" dir="ltr" {...field('phone')} />
        <ReachField label={t`E-mail`} type="email" dir="ltr" {...field('email')} />
        <Field label={t`Company`} dir="auto" {...field('company')} />
        <Field label={t`Role`} dir="auto" {...field('title')} />
        <Picked label={t`Source`} why={whyOf(problems, 'sourceId')}>
          <Chooser
            label={values.source ? t`Source` : t`Choose a source`}
            choices={(data?.sources ?? []).map(({id, name}) => ({value: id, label: name}))}
            value={values.source || undefined}
            onChange={(source) => form.setFieldValue('source', source ?? '')}
          />
        </Picked>
        <Picked label={t`Owner`} why={whyOf(problems, 'ownerId')}>
          <OwnerChooser
            value={people.find(({id}) => id === values.owner) ?? member}
            onChange={(owner) => form.setFieldValue('owner', owner)}
          />
        </Picked>
      </div>
      <Field label={t`What they asked for`} dir="auto" maxLength={2000} {...field('message')} />
    </Making>
  )
}
