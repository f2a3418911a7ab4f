import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconX} from '@tabler/icons-react'
import {useId} from 'react'
import {CurrencyOptions} from '../../ui/currency'
import {useFormats} from '../../ui/formats'
import {costOf, type Line, wrongIn} from '../lines'

interface Props {
  line: Line
  own: string
  /** What is wrong with it is said. */
  told: boolean
  put: (line: Line) => void
  remove: () => void
}

/** With the line its button goes: the keyboard is back where the next line is added. */
const toTheEnd = (from: HTMLElement) =>
  from.closest('form')?.querySelector<HTMLElement>('.deal-lines-end button')?.focus()

/** One line being written: how many, at which price, and what that comes to. */
export function LineRow({line, own, told, put, remove}: Props) {
  const {t} = useLingui()
  const {money} = useFormats()
  const id = useId()
  const {name} = line.product
  const wrong = told ? wrongIn(line) : null
  const cost = costOf(line)
  const typed = (field: 'quantity' | 'price', label: string) => (
    <input
      className={field}
      inputMode="decimal"
      dir="ltr"
      autoComplete="off"
      aria-label={label}
      title={label}
      aria-invalid={wrong === field || undefined}
      aria-describedby={wrong === field ? id : undefined}
      value={line[field]}
      onChange={(event) => put({...line, [field]: event.target.value})}
    />
  )
  return (
    <li>
      <span className="name own clip" dir="auto" title={name}>
        {name}
      </span>
      {typed('quantity', t`How many: ${name}`)}
      <span aria-hidden>×</span>
      {typed('price', t`Price of one: ${name}`)}
      <select
        aria-label={t`Currency: ${name}`}
        value={line.currency}
        onChange={(event) => put({...line, currency: event.target.value})}
      >
        <CurrencyOptions own={own} value={line.currency} />
      </select>
      <bdi className="cost num">{cost ? money(cost) : '–'}</bdi>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Take ${name} out`}
        onClick={(event) => {
          toTheEnd(event.currentTarget)
          remove()
        }}
      >
        <IconX size={14} />
      </ActionIcon>
      {wrong ? (
        <p className="why" id={id} role="alert">
          {wrong === 'quantity'
            ? t`How many is a number above zero, with at most two places after the point.`
            : t`A price is a number, with at most two places after the point.`}
        </p>
      ) : null}
    </li>
  )
}
