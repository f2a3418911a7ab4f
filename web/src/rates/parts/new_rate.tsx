import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {SetRateDocument} from '../../gql/graphql'
import {useMe} from '../../members'
import {Chooser} from '../../ui/chooser'
import {currencies} from '../../ui/currencies'
import {Field} from '../../ui/field'
import {today} from '../../ui/formats'
import {Making} from '../../ui/making'
import {Picked} from '../../ui/picked'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'

/** One rate by hand; one that is there for the day already gets the new value. */
export default function NewRate({currency, close}: {currency: string | undefined; close: () => void}) {
  const {t, i18n} = useLingui()
  const say = useSay()
  const {tenant} = useMe()
  const usual = tenant.currency === 'USD' ? 'EUR' : 'USD'
  const [code, setCode] = useState(currency ?? usual)
  const [day, setDay] = useState(today())
  const [rate, setRate] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, set] = useMutation(SetRateDocument)
  const save = async () => {
    const said = rate.trim().replace(',', '.')
    if (!day || !/^\d+(\.\d+)?$/.test(said)) {
      const field = day ? 'rate' : 'startsOn'
      setProblems([{code: 'BAD_RATE', field, message: day ? t`Write a number above zero.` : t`Choose a day.`}])
      return
    }
    const answer = await set({input: {currency: code, startsOn: day, rate: said}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  const others = currencies(i18n.locale).filter((one) => one.code !== tenant.currency)
  return (
    <Making
      title={t`New rate`}
      act={<Trans>Save</Trans>}
      width={420}
      dirty={rate !== ''}
      saving={fetching}
      problems={problems}
      fields={['currency', 'startsOn', 'rate']}
      noValidate
      save={() => void save()}
      close={close}
    >
      <Picked label={t`Currency`} why={whyOf(problems, 'currency')}>
        <Chooser
          label={t`Currency`}
          required
          choices={others.map((one) => ({value: one.code, label: `${one.code} · ${one.name}`}))}
          value={code}
          name={code}
          onChange={(next) => setCode(next ?? code)}
        />
      </Picked>
      <div className="pair">
        <Field label={t`From the day`} type="date" value={day} onValue={setDay} why={whyOf(problems, 'startsOn')} />
        <Field
          label={t`1 ${code} in ${tenant.currency}`}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          value={rate}
          onValue={setRate}
          why={whyOf(problems, 'rate')}
        />
      </div>
    </Making>
  )
}
