import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {offered} from './currencies'
import {Select} from './select'

interface Props {
  /** The company's own. */
  own: string
  value: string
  onValue: (code: string) => void
}

/** In which currency the amount beside it is. */
export function CurrencySelect({own, value, onValue}: Props) {
  const {t} = useLingui()
  return (
    <Select label={t`Currency`} value={value} onValue={onValue}>
      <CurrencyOptions own={own} value={value} />
    </Select>
  )
}

/** What stood there at first can be taken back. */
export function CurrencyOptions({own, value}: {own: string; value: string}) {
  const [standing] = useState(value)
  return offered(own, standing).map((code) => (
    <option key={code} value={code}>
      {code}
    </option>
  ))
}
