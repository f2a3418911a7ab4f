import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useId, useState} from 'react'
import {useClient} from 'urql'
import {RatesDocument} from '../../gql/graphql'
import {useMe} from '../../members'
import {Dialog} from '../../ui/dialog'
import {useFormats} from '../../ui/formats'
import {useSay} from '../../ui/say'
import {Select} from '../../ui/select'
import {type Refusal, type Seen, sendSheet} from '../send'

const SHOWN = 5

/** Rates out of a bank's file: what it would change is shown before anything does. */
export default function SheetDialog({close}: {close: () => void}) {
  const {t} = useLingui()
  const id = useId()
  const say = useSay()
  const client = useClient()
  const {tenant} = useMe()
  const [file, setFile] = useState<File | null>(null)
  const [inverse, setInverse] = useState(false)
  const [busy, setBusy] = useState(false)
  const [seen, setSeen] = useState<Seen | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const own = tenant.currency
  const ask = async (given: File, other: boolean, keep: boolean): Promise<Seen | null> => {
    setBusy(true)
    const answer = await sendSheet(given, {inverse: other, keep})
    setBusy(false)
    setWhy(answer.told ? null : (answer.why ?? t`The server does not answer. Nothing was changed.`))
    return answer.told ?? null
  }
  const look = async (given: File, other: boolean) => {
    setFile(given)
    setInverse(other)
    setSeen(await ask(given, other, false))
  }
  const keep = async () => {
    if (!file || !(await ask(file, inverse, true))) return
    say(t`The rates are kept`)
    void client
      .query(RatesDocument, {filter: {against: {eq: own}}, first: 100}, {requestPolicy: 'network-only'})
      .toPromise()
    close()
  }
  const changes = (seen?.new ?? 0) + (seen?.changed ?? 0)
  return (
    <Dialog
      title={t`Rates from a CSV file`}
      width={560}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button size="compact-md" loading={busy} disabled={!changes} onClick={() => void keep()}>
            <Trans>Keep these rates</Trans>
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="quiet">
          <Trans>
            A line for each rate with a date, a currency and a rate; or a line for each day and a column for each
            currency.
          </Trans>
        </p>
        <div className="sheet-file">
          <label htmlFor={id}>
            <Trans>CSV file</Trans>
          </label>
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              const [given] = event.target.files ?? []
              if (given) void look(given, inverse)
            }}
          />
        </div>
        <Select
          label={t`The file says`}
          value={inverse ? 'inverse' : 'direct'}
          onValue={(value) => (file ? void look(file, value === 'inverse') : setInverse(value === 'inverse'))}
        >
          <option value="direct">{t`what one of the other currency is in ${own}`}</option>
          <option value="inverse">{t`what one ${own} is in the other currency`}</option>
        </Select>
        {why ? (
          <p className="trouble" role="alert">
            {why}
          </p>
        ) : null}
        {seen ? <Preview seen={seen} own={own} /> : null}
      </div>
    </Dialog>
  )
}

function Preview({seen, own}: {seen: Seen; own: string}) {
  const {day, rateOf} = useFormats()
  return (
    <div className="sheet-seen" role="status">
      <p>
        <Plural value={seen.new} _0="No new rate" one="# new rate" other="# new rates" />
        {' · '}
        <Plural value={seen.changed} _0="none changed" one="# changed" other="# changed" />
        {' · '}
        <Plural value={seen.same} _0="none known already" one="# known already" other="# known already" />
      </p>
      <ul>
        {seen.quotes.slice(0, SHOWN).map(({currency, startsOn, rate}) => (
          <li key={currency + startsOn} className="num">
            {day(startsOn)} ·{' '}
            <bdi dir="ltr">
              1 {currency} = {rateOf(rate)} {own}
            </bdi>
          </li>
        ))}
      </ul>
      {seen.refusedCount ? <Left refused={seen.refused} count={seen.refusedCount} /> : null}
    </div>
  )
}

function Left({refused, count}: {refused: Refusal[]; count: number}) {
  const {t} = useLingui()
  const whys: Record<Refusal['why'], string> = {
    BROKEN: t`the line does not parse`,
    DAY: t`no such day`,
    CURRENCY: t`no such currency`,
    RATE: t`no rate above zero`,
    AGAINST: t`against another currency`,
    TWICE: t`said twice`,
  }
  return (
    <>
      <p className="bad">
        <Plural value={count} one="# line is left out:" other="# lines are left out:" />
      </p>
      <ul>
        {refused.slice(0, SHOWN).map(({line, why, said}, index) => (
          <li key={index}>
            {line ? t`Line ${line}: ${whys[why]}` : whys[why]} <bdi className="quiet">{said}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
