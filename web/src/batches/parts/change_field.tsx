import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {AccountChooser, type Named} from '../../search'
import {Confirm} from '../../ui/confirm'
import {Field} from '../../ui/field'
import {Picked} from '../../ui/picked'
import {Select} from '../../ui/select'
import {useChanging} from '../changing'
import type {Aim, BulkField} from '../fields'
import {Many} from '../words'

interface Props {
  aim: Aim
  fields: BulkField[]
  close: () => void
  done: () => void
}

/** Gives one field of all that is selected the same value. */
export default function ChangeField({aim, fields, close, done}: Props) {
  const {t} = useLingui()
  const [name, setName] = useState(fields[0]?.name ?? '')
  const [text, setText] = useState('')
  const [account, setAccount] = useState<Named | null>(null)
  const change = useChanging(aim)
  const field = fields.find((one) => one.name === name)
  const empty = field?.kind === 'account' ? !account : !text.trim()
  const run = async () => {
    const problems = await change({[name]: empty ? null : meant(field?.kind, text.trim(), account)})
    if (!problems.length) done()
    return problems
  }
  if (!field) return null
  return (
    <Confirm
      title={t`Edit a field`}
      act={empty ? t`Empty it` : t`Change`}
      width={420}
      disabled={empty && !field.optional}
      run={run}
      close={close}
    >
      <Select
        label={t`Field`}
        value={name}
        onValue={(next) => {
          setName(next)
          setText('')
        }}
      >
        {fields.map((one) => (
          <option key={one.name} value={one.name}>
            {one.label}
          </option>
        ))}
      </Select>
      {field.kind === 'account' ? (
        <Picked label={t`New value`}>
          <AccountChooser value={account} onChange={setAccount} />
        </Picked>
      ) : (
        <Field label={t`New value`} value={text} onValue={setText} {...inputs[field.kind]} />
      )}
      <p className="quiet">
        <Many object={aim.object} count={aim.chosen} />.{' '}
        <Trans>It runs in the background, and can be taken back afterwards.</Trans>
      </p>
    </Confirm>
  )
}

const inputs = {
  text: {dir: 'auto', maxLength: 200},
  day: {type: 'date'},
  money: {type: 'number', min: 0, step: 'any', dir: 'ltr'},
  number: {type: 'number', min: 0, step: 1, dir: 'ltr'},
} as const

function meant(kind: BulkField['kind'] | undefined, text: string, account: Named | null) {
  if (kind === 'account') return account?.id
  if (kind === 'money') return {amount: text}
  return kind === 'number' ? Number(text) : text
}
