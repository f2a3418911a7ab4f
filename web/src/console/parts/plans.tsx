import {useLingui} from '@lingui/react/macro'
import {Select} from '../../ui/select'
import type {Plan} from '../graphql'
import {planName, planNames} from '../names'
import {plans} from '../view'

/** What a company can agree to. */
export function Plans({plan, choose}: {plan: Plan; choose: (plan: Plan) => void}) {
  const {t} = useLingui()
  return (
    <Select label={t(planName)} value={plan} onValue={(value) => choose(plans.find((one) => one === value) ?? plan)}>
      {plans.map((one) => (
        <option key={one} value={one}>
          {t(planNames[one])}
        </option>
      ))}
    </Select>
  )
}
