import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {ChangeCurrencyDocument, CurrencyUsesDocument} from '../../gql/graphql'
import {Chooser} from '../../ui/chooser'
import {currencies} from '../../ui/currencies'
import {Dialog} from '../../ui/dialog'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import type {Company} from './company'

/** Another currency: what is known of each one in use, and what changes and what does not. */
export default function CurrencyDialog({company, close}: {company: Company; close: () => void}) {
  const {t, i18n} = useLingui()
  const [code, setCode] = useState<string>()
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, change] = useMutation(ChangeCurrencyDocument)
  const [{data}] = useQuery({
    query: CurrencyUsesDocument,
    variables: {into: code ?? company.currency},
    pause: !code,
    requestPolicy: 'network-only',
  })
  const uses = code ? (data?.currencyUses ?? []).filter(({currency}) => currency !== code) : []
  const lacking = uses.some(({rate}) => rate === null)
  const save = async () => {
    const answer = await change({input: {currency: code ?? company.currency, version: company.version}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    // Every sum on every page is another one now.
    if (!refused.length) location.reload()
  }
  return (
    <Dialog
      title={t`Change the currency`}
      width={460}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button size="compact-md" disabled={!code || !data || lacking} loading={fetching} onClick={() => void save()}>
            <Trans>Change the currency</Trans>
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="quiet">
          <Trans>
            Amounts stay in the currency in which they were agreed. Sums, reports and forecasts are in the new one, and
            so is what is written without a currency. Earlier rates are carried over. It can be changed back at any
            time.
          </Trans>
        </p>
        <Picked label={t`New currency`}>
          <Chooser
            label={t`New currency`}
            required
            choices={currencies(i18n.locale)
              .filter((one) => one.code !== company.currency)
              .map((one) => ({value: one.code, label: `${one.code} · ${one.name}`}))}
            value={code}
            name={code}
            onChange={setCode}
          />
        </Picked>
        {uses.length ? (
          <ul className="currency-uses">
            {uses.map(({currency, rate}) => (
              <li key={currency} data-bad={rate === null || undefined}>
                <bdi dir="ltr">
                  {rate === null ? currency : `1 ${currency} = ${String(Number(rate))} ${code ?? ''}`}
                </bdi>
                {rate === null ? (
                  <span>
                    <Trans>no rate</Trans>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {lacking ? (
          <p className="trouble" role="alert">
            <Trans>Set today’s rates of the new currency and of these first.</Trans>{' '}
            <Link to="/settings/rates">
              <Trans>Exchange rates</Trans>
            </Link>
          </p>
        ) : null}
        <Refused problems={problems} />
      </div>
    </Dialog>
  )
}
