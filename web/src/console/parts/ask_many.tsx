import {Plural, useLingui} from '@lingui/react/macro'
import {useNavigate} from '@tanstack/react-router'
import {useState} from 'react'
import {useFormats} from '../../ui/formats'
import {Making} from '../../ui/making'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import type {CompanyLineFragment, Plan} from '../graphql'
import {deedNames} from '../names'
import type {Picked} from '../shown'
import {useSend} from '../wishes'
import {Plans} from './plans'
import {Reason} from './reason'

export type ManyKind = 'SUSPEND' | 'BACK_UP' | 'CHANGE_PLAN'

interface Props {
  kind: ManyKind
  companies: readonly CompanyLineFragment[]
  /** How many of those picked are left out, since it does not fit them. */
  left: number
  /** Which stay picked: those that were refused. */
  keep: (picked: Picked) => void
  close: () => void
}

/** One reason for several companies; what is refused about one stops no other, and that one stays picked. */
export function AskMany({kind, companies, left, keep, close}: Props) {
  const {t} = useLingui()
  const {number} = useFormats()
  const navigate = useNavigate()
  const send = useSend(kind)
  const [reason, setReason] = useState('')
  const [plan, setPlan] = useState<Plan>('STANDARD')
  const [asked, setAsked] = useState<number | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async () => {
    setProblems([])
    const refused: [CompanyLineFragment, Problem][] = []
    for (const [done, company] of companies.entries()) {
      setAsked(done)
      const [wrong] = await send({slug: company.slug, reason, plan})
      if (wrong?.field === 'reason') {
        setAsked(null)
        setProblems([wrong])
        return
      }
      if (wrong) refused.push([company, wrong])
    }
    setAsked(null)
    if (!refused.length) {
      keep(new Map())
      void navigate({to: '/errands'})
      return
    }
    keep(new Map(refused.map(([company]) => [company.slug, company])))
    setProblems(refused.map(([{slug}, {code, message}]) => ({code, message: `${slug}: ${message}`})))
  }
  return (
    <Making
      title={t(deedNames[kind])}
      act={t(deedNames[kind])}
      width={460}
      dirty={Boolean(reason)}
      saving={asked !== null}
      problems={problems}
      fields={['reason']}
      save={() => void save()}
      close={close}
    >
      <p>
        <strong>
          <Plural
            value={companies.length}
            one="One company"
            two="Two companies"
            other={`${number(companies.length)} companies`}
          />
        </strong>
      </p>
      <ul className="console-many quiet">
        {companies.map(({slug, name}) => (
          <li key={slug}>
            <bdi>{name}</bdi> · <span className="ltr">{slug}</span>
          </li>
        ))}
      </ul>
      {left ? (
        <p className="quiet">
          <Plural
            value={left}
            one="One picked company is left out: this cannot be done with it now."
            two="Two picked companies are left out: this cannot be done with them now."
            other={`${number(left)} picked companies are left out: this cannot be done with them now.`}
          />
        </p>
      ) : null}
      {kind === 'CHANGE_PLAN' ? <Plans plan={plan} choose={setPlan} /> : null}
      <Reason reason={reason} setReason={setReason} why={whyOf(problems, 'reason')} />
      {asked === null ? null : (
        <progress className="console-asked" aria-label={t`How far it is`} value={asked} max={companies.length} />
      )}
    </Making>
  )
}
