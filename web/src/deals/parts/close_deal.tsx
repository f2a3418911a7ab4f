import '../../ui/form.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {type SubmitEvent, useId, useState} from 'react'
import {useMe} from '../../members'
import {CurrencySelect} from '../../ui/currency'
import {Dialog} from '../../ui/dialog'
import {Field} from '../../ui/field'
import {today} from '../../ui/formats'
import type {Closing, Move} from '../moves'
import {type Loss, WhyLost} from './why_lost'

/** Asked after the drop on a closing stage: the day, for a won deal what it brought, for a lost one why. */
export default function CloseDeal({
  move,
  confirm,
  cancel,
}: {
  move: Move
  confirm: (closing: Closing) => void
  cancel: () => void
}) {
  const {t} = useLingui()
  const {tenant} = useMe()
  const form = useId()
  const {deal, to} = move
  const won = to.kind === 'WON'
  const [day, setDay] = useState(today)
  const [amount, setAmount] = useState(deal.amount ? plain(deal.amount.amount) : '')
  const before = deal.amount?.currency ?? tenant.currency
  const [currency, setCurrency] = useState(before)
  const [loss, setLoss] = useState<Loss>({reason: '', remark: ''})
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const same = amount === (deal.amount ? plain(deal.amount.amount) : '') && currency === before
    const brought = !won || same ? (deal.amount ?? null) : amount ? {amount, currency} : null
    const why = {lossReasonId: loss.reason || undefined, lossRemark: loss.remark.trim() || undefined}
    confirm({closedOn: day, amount: brought, ...(won ? {} : why)})
  }
  return (
    <Dialog
      title={won ? t`Won: ${deal.name}` : t`Lost: ${deal.name}`}
      onClose={cancel}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={cancel}>
            <Trans>Put it back</Trans>
          </Button>
          <Button type="submit" form={form} size="compact-md" color={won ? 'teal.8' : undefined} data-autofocus>
            {won ? <Trans>Mark as won</Trans> : <Trans>Mark as lost</Trans>}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={save}>
        {won ? (
          <div className="priced">
            <Field label={t`Amount`} type="number" min={0} step="any" value={amount} onValue={setAmount} dir="ltr" />
            <CurrencySelect own={tenant.currency} value={currency} onValue={setCurrency} />
          </div>
        ) : (
          <>
            <WhyLost loss={loss} onLoss={setLoss} />
            <p className="quiet">
              <Trans>It leaves the forecast and stays in the records, with its history.</Trans>
            </p>
          </>
        )}
        <Field label={t`Closed on`} type="date" required max={today()} value={day} onValue={setDay} />
      </form>
    </Dialog>
  )
}

/** "4821.00" is typed as 4821. */
const plain = (amount: string) => amount.replace(/\.0+$/, '')
