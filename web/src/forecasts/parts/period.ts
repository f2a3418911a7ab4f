import {useLingui} from '@lingui/react/macro'
import {useMe} from '../../members'
import {useFormats} from '../../ui/formats'
import type {Span} from '../view'

/** "November 2026", "Q4 2026". */
export function usePeriodName() {
  const {t} = useLingui()
  const {month: long, monthShort} = useFormats()
  const {fiscalStart} = useMe().tenant
  return ({period, startsOn}: Pick<Span, 'period' | 'startsOn'>, short = false) => {
    if (period === 'MONTH') return (short ? monthShort : long)(startsOn)
    const month = Number(startsOn.slice(5, 7)) - fiscalStart
    const quarter = Math.floor(((month + 12) % 12) / 3) + 1
    // A fiscal year has the name of the calendar year in which it ends.
    const year = String(Number(startsOn.slice(0, 4)) + (fiscalStart > 1 && month >= 0 ? 1 : 0))
    return t`Q${quarter} ${year}`
  }
}

/** An estimate is told in whole units: cents would claim to know more. */
export function useEstimate() {
  const {money} = useFormats()
  return (cash: Amount) => money({...cash, amount: String(Math.round(Number(cash.amount)))})
}

/** What will come if the forecast goes on being wrong as it was: never less than is won already. */
export function likely(ratio: Ratio | null | undefined, said: Amount | undefined, won: Amount) {
  if (!ratio || !said) return undefined
  const of = (part: number) => ({
    currency: won.currency,
    amount: String(Math.max(Number(won.amount), Number(said.amount) * part)),
  })
  return {low: of(ratio.low), middle: of(ratio.middle), high: of(ratio.high)}
}

export type Likely = NonNullable<ReturnType<typeof likely>>

interface Ratio {
  low: number
  middle: number
  high: number
}

interface Amount {
  amount: string
  currency: string
}
