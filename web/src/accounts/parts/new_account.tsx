import {useLingui} from '@lingui/react/macro'
import {useForm} from '@mantine/form'
import {useState} from 'react'
import {useMutation} from 'urql'
import {CreateAccountDocument} from '../../gql/graphql'
import {useMe, usePeople} from '../../members'
import {AccountChooser, type Named, OwnerChooser} from '../../search'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'

const fields = ['name', 'industry', 'website', 'phone', 'country', 'parentId', 'ownerId']

/** The few things that a new account needs; the rest is filled in on its page. */
export default function NewAccount({
  parent,
  close,
  made,
}: {
  parent?: Named
  close: () => void
  made: (id: string, name: string) => void
}) {
  const {t} = useLingui()
  const {member} = useMe()
  const {people} = usePeople()
  const [above, setAbove] = useState<Named | null>(parent ?? null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreateAccountDocument)
  const form = useForm({
    initialValues: {name: '', industry: '', website: '', phone: '', country: '', owner: member.id},
  })
  const {values} = form
  const save = async () => {
    const {name, industry, website, phone, country, owner} = values
    const input = {
      name: name.trim(),
      industry: industry.trim() || null,
      website: website.trim() || null,
      phone: phone.trim() || null,
      country: country.trim() || null,
      parentId: above?.id,
      ownerId: owner,
    }
    const answer = await create({input})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    const account = answer.data?.createAccount.account
    if (refused.length || !account) return
    close()
    made(account.id, account.name)
  }
  const field = (name: 'name' | 'industry' | 'website' | 'phone' | 'country') => ({
    value: values[name],
    onValue: (value: string) => form.setFieldValue(name, value),
    why: whyOf(problems, name),
  })
  return (
    <Making
      title={t`New account`}
      dirty={form.isDirty() || above?.id !== parent?.id}
      saving={fetching}
      problems={problems}
      fields={fields}
      save={() => void save()}
      close={close}
    >
      <Field
        label={t`Name`}
        required
        // The dialog was opened to name an account.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={200}
        dir="auto"
        {...field('name')}
      />
      <div className="columns">
        <Field label={t`Website`} dir="ltr" inputMode="url" {...field('website')} />
        <Field label={t`Phone`} type="tel" dir="ltr" {...field('phone')} />
        <Field label={t`Industry`} dir="auto" {...field('industry')} />
        <Field label={t`Country`} dir="auto" {...field('country')} />
        <Picked label={t`Part of`} why={whyOf(problems, 'parentId')}>
          <AccountChooser value={above} onChange={setAbove} />
        </Picked>
        <Picked label={t`Owner`} why={whyOf(problems, 'ownerId')}>
          <OwnerChooser
            value={people.find(({id}) => id === values.owner) ?? member}
            onChange={(owner) => form.setFieldValue('owner', owner)}
          />
        </Picked>
      </div>
    </Making>
  )
}
