import {useLingui} from '@lingui/react/macro'
import {useForm} from '@mantine/form'
import {useState} from 'react'
import {useMutation} from 'urql'
import {CreateContactDocument} from '../../gql/graphql'
import {useMe, usePeople} from '../../members'
import {AccountChooser, type Named, OwnerChooser, ReachField} from '../../search'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'

const fields = ['name', 'title', 'email', 'phone', 'accountId', 'ownerId']

interface Props {
  /** Where the person is, when it is known already. */
  account?: Named
  close: () => void
  made: (id: string, name: string) => void
}

/** The few things that a new contact needs. */
export default function NewContact({account: known, close, made}: Props) {
  const {t} = useLingui()
  const {member} = useMe()
  const {people} = usePeople()
  const [account, setAccount] = useState<Named | null>(known ?? null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreateContactDocument)
  const form = useForm({initialValues: {name: '', title: '', email: '', phone: '', owner: member.id}})
  const {values} = form
  const save = async () => {
    const {name, title, email, phone, owner} = values
    const input = {
      name: name.trim(),
      title: title.trim() || null,
      email: email.trim() || null,
      phone: phone.trim() || null,
      accountId: account?.id,
      ownerId: owner,
    }
    const answer = await create({input})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    const contact = answer.data?.createContact.contact
    if (refused.length || !contact) return
    close()
    made(contact.id, contact.name)
  }
  const field = (name: 'name' | 'title' | 'email' | 'phone') => ({
    value: values[name],
    onValue: (value: string) => form.setFieldValue(name, value),
    why: whyOf(problems, name),
  })
  return (
    <Making
      title={t`New contact`}
      dirty={form.isDirty() || account?.id !== known?.id}
      saving={fetching}
      problems={problems}
      fields={fields}
      save={() => void save()}
      close={close}
    >
      <Field
        label={t`Name`}
        required
        // The dialog was opened to name a person.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={200}
        dir="auto"
        {...field('name')}
      />
      <div className="columns">
        <Picked label={t`Account`} why={whyOf(problems, 'accountId')}>
          <AccountChooser value={account} onChange={setAccount} />
        </Picked>
        <Field label={t`Role`} dir="auto" {...field('title')} />
        <ReachField label={t`E-mail`} type="email" dir="ltr" {...field('email')} />
        <ReachField label={t`Phone`} type="tel" dir="ltr" {...field('phone')} />
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
