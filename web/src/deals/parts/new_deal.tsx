import '../../ui/form.css'
import './top.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useForm} from '@mantine/form'
import {useNavigate} from '@tanstack/react-router'
import {useId, useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {AccountChoicesDocument, CreateDealDocument, PipelinesDocument} from '../../gql/graphql'
import {useMe, usePeople} from '../../members'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'
import {Dialog} from '../../ui/dialog'
import {Field} from '../../ui/field'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'

/** The few things that a new deal needs; the rest is filled in its panel. */
export default function NewDeal({stageHint, close}: {stageHint: string | undefined; close: () => void}) {
  const {t} = useLingui()
  const {member, tenant} = useMe()
  const {people} = usePeople()
  const navigate = useNavigate()
  const id = useId()
  const [asked, setAsked] = useState(false)
  const [account, setAccount] = useState<{id: string; name: string} | null>(null)
  const [search, setSearch] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreateDealDocument)
  const [{data: accounts}] = useQuery({query: AccountChoicesDocument, variables: {search: search.trim() || null}})
  const [{data: lines}] = useQuery({query: PipelinesDocument})
  const form = useForm({initialValues: {name: '', amount: '', on: '', owner: member.id, stage: stageHint ?? ''}})
  const pipeline =
    lines?.pipelines.find((one) => one.stages.some((stage) => stage.id === stageHint)) ??
    lines?.pipelines.find((one) => one.isDefault)
  const stages = pipeline?.stages.filter(({kind}) => kind === 'OPEN') ?? []
  const stage = stages.find((one) => one.id === form.values.stage) ?? stages[0]
  const why = (field: string) => problems.find((problem) => problem.field === field)?.message
  const dirty = form.isDirty() || account !== null
  const leave = () => {
    if (dirty && !asked) setAsked(true)
    else close()
  }
  const save = async () => {
    const {name, amount, on, owner} = form.values
    const input = {
      name: name.trim(),
      stageId: stage?.id,
      ownerId: owner,
      accountId: account?.id,
      amount: amount ? {amount, currency: tenant.currency} : null,
      expectedCloseOn: on || null,
    }
    const answer = await create({input})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    const made = answer.data?.createDeal.deal
    if (refused.length || !made) return
    close()
    void navigate({to: '.', search: (was) => ({...was, deal: made.id})})
  }
  const fields = ['name', 'amount', 'expectedCloseOn', 'stageId', 'ownerId', 'accountId']
  const general = problems.filter(({field}) => !field || !fields.includes(field))
  return (
    <Dialog
      title={t`New deal`}
      onClose={leave}
      footer={
        asked ? (
          <>
            <span className="grow" role="alert">
              <Trans>Leave without saving?</Trans>
            </span>
            <Button variant="default" size="compact-md" onClick={() => setAsked(false)}>
              <Trans>Stay</Trans>
            </Button>
            <Button color="red" size="compact-md" onClick={close}>
              <Trans>Leave</Trans>
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" size="compact-md" onClick={leave}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" form={id} size="compact-md" loading={fetching}>
              <Trans>Create</Trans>
            </Button>
          </>
        )
      }
    >
      <form id={id} className="form" onSubmit={form.onSubmit(() => void save())}>
        <Field
          label={t`Name`}
          required
          // The dialog was opened to name a deal.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={200}
          dir="auto"
          value={form.values.name}
          onValue={(name) => form.setFieldValue('name', name)}
          why={why('name')}
        />
        <Picked label={t`Account`} why={why('accountId')}>
          <Chooser
            label={t`Choose an account`}
            choices={(accounts?.accounts.nodes ?? []).map(({id: value, name, industry}) => ({
              value,
              label: name,
              more: industry ?? undefined,
            }))}
            value={account?.id}
            name={account?.name}
            onChange={(next) => {
              const found = accounts?.accounts.nodes.find((one) => one.id === next)
              setAccount(found ? {id: found.id, name: found.name} : null)
            }}
            onSearch={setSearch}
          />
        </Picked>
        <div className="pair">
          <Field
            label={t`Amount, ${tenant.currency}`}
            type="number"
            min={0}
            step="any"
            dir="ltr"
            value={form.values.amount}
            onValue={(amount) => form.setFieldValue('amount', amount)}
            why={why('amount')}
          />
          <Field
            label={t`Expected to close`}
            type="date"
            value={form.values.on}
            onValue={(on) => form.setFieldValue('on', on)}
            why={why('expectedCloseOn')}
          />
        </div>
        <div className="pair">
          <Picked label={t`Stage`} why={why('stageId')}>
            <Chooser
              label={t`Stage`}
              required
              choices={stages.map(({id: value, name}) => ({value, label: name}))}
              value={stage?.id}
              onChange={(next) => form.setFieldValue('stage', next ?? '')}
            />
          </Picked>
          <Picked label={t`Owner`} why={why('ownerId')}>
            <Chooser
              label={t`Owner`}
              required
              choices={people.map(({id: value, name}) => ({
                value,
                label: name,
                icon: <Avatar name={name} size={20} plain />,
              }))}
              value={form.values.owner}
              name={member.name}
              onChange={(owner) => form.setFieldValue('owner', owner ?? member.id)}
            />
          </Picked>
        </div>
        {general.map(({code, message}) => (
          <p key={code} className="trouble" role="alert">
            {message}
          </p>
        ))}
      </form>
    </Dialog>
  )
}
