import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import type {LeadRowFragment, UnfitReason} from '../../gql/graphql'
import {Confirm} from '../../ui/confirm'
import {Field} from '../../ui/field'
import {useLeadDeeds} from '../deeds'
import {unfitReasons, useLeadWords} from '../words'

/** Says that a lead is none, and why: what teaches which sources are good. */
export default function Unfit({lead, close}: {lead: LeadRowFragment; close: () => void}) {
  const {t} = useLingui()
  const {reasons} = useLeadWords()
  const {disqualify} = useLeadDeeds()
  const [reason, setReason] = useState<UnfitReason>('NO_NEED')
  const [remark, setRemark] = useState('')
  return (
    <Confirm
      title={t`Mark ${lead.name} unfit`}
      act={t`Mark unfit`}
      width={420}
      run={() => disqualify(lead, reason, remark.trim() || null)}
      close={close}
    >
      <fieldset className="lead-choices">
        <legend>{t`Why is it no lead?`}</legend>
        {unfitReasons.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
            {reasons[one]}
          </label>
        ))}
      </fieldset>
      <Field label={t`Remark`} dir="auto" maxLength={1000} value={remark} onValue={setRemark} />
    </Confirm>
  )
}
