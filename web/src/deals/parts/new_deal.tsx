import {useLingui} from '@lingui/react/macro'
import {useForm} from '@mantine/form'
import {useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {CreateDealDocument, PipelinesDocument} from '../../gql/graphql'
import {useMe, usePeople} from '../../members'
import {AccountChooser, ContactChooser, type Named, OwnerChooser} from '../../search'
import {Chooser} from '../../ui/chooser'
import {CurrencySelect} from '../../ui/currency'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'

interface Props {
  /** What is known already where the deal is made. */
  hints?: {stage?: string; account?: Named; contact?: Named}
  close: () => void
  made: (id: string, name: string) => void
}

const fields = ['name', 'amount', 'expectedCloseOn', 'stageId', 'ownerId', 'accountId', 'contactId']

/** The few things that a new deal needs; the rest is filled in on its page. */
export default function NewDeal({hints = {}, close, made}: Props) {
  const {t} = useLingui()
  const {member, tenant} = useMe()
  const {people} = usePeople()
  const [account, setAccount] = useState<Named | null>(hints.account ?? null)
  const [contact, setContact] = useState<Named | null>(hints.contact ?? null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreateDealDocument)
  const [{data: lines}] = useQuery({query: PipelinesDocument})
  const form = useForm({
    initialValues: {
      ...{name: '', amount: '', currency: tenant.currency, on: ''},
      ...{owner: member.id, stage: hints.stage ?? ''},
    },
  })
  const {values} = form
  const pipeline =
    lines?.pipelines.find((one) => one.stages.some((stage) => stage.id === hints.stage)) ??
    lines?.pipelines.find((one) => one.isDefault)
  const stages = pipeline?.stages.filter(({kind}) => kind === 'OPEN') ?? []
  const stage = stages.find((one) => one.id === values.stage) ?? stages[0]
  const save = async () => {
    const input = {
      name: values.name.trim(),
      stageId: stage?.id,
      ownerId: values.owner,
      accountId: account?.id,
      contactId: contact?.id,
      amount: values.amount ? {amount: values.amount, currency: values.currency} : null,
      expectedCloseOn: values.on || null,
    }
    const answer = await create({input})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    const deal = answer.data?.createDeal.deal
    if (refused.length || !deal) return
    close()
    made(deal.id, deal.name)
  }
  return (
    <Making
      title={t`New deal`}
      dirty={form.isDirty() || account?.id !== hints.account?.id || contact?.id !== hints.contact?.id}
      saving={fetching}
      problems={problems}
      fields={fields}
      save={() => void save()}
      close={close}
    >
      <Field
        label={t`Name`}
        required
        // The dialog was opened to name a deal.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={200}
        dir="auto"
        value={values.name}
        onValue={(name) => form.setFieldValue('name', name)}
        why={whyOf(problems, 'name')}
      />
      <div className="columns">
        <Picked label={t`Account`} why={whyOf(problems, 'accountId')}>
          <AccountChooser value={account} onChange={setAccount} />
        </Picked>
        <Picked label={t`Contact`} why={whyOf(problems, 'contactId')}>
          <ContactChooser value={contact} account={account?.id} onChange={setContact} />
        </Picked>
        <div className="priced">
          <Field
            label={t`Amount`}
            type="number"
            min={0}
            step="any"
            dir="ltr"
            value={values.amount}
            onValue={(amount) => form.setFieldValue('amount', amount)}
            why={whyOf(problems, 'amount')}
          />
          <CurrencySelect
            own={tenant.currency}
            value={values.currency}
            onValue={(currency) => form.setFieldValue('currency', currency)}
          />
        </div>
        <Field
          label={t`Expected to close`}
          type="date"
          value={values.on}
          onValue={(on) => form.setFieldValue('on', on)}
          why={whyOf(problems, 'expectedCloseOn')}
        />
        <Picked label={t`Stage`} why={whyOf(problems, 'stageId')}>
          <Chooser
            label={t`Stage`}
            required
            choices={stages.map(({id: value, name}) => ({value, label: name}))}
            value={stage?.id}
            onChange={(next) => form.setFieldValue('stage', next ?? '')}
          />
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
