import {Trans, useLingui} from '@lingui/react/macro'
import type {ReactNode} from 'react'
import {useState} from 'react'
import {useQuery} from 'urql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {Select} from '../../ui/select'
import {ConsoleViewerDocument, type ErrandKind} from '../graphql'
import {deedNames} from '../names'
import {useWish} from '../wishes'
import type {Shown} from '../shown'
import {Plans} from './plans'
import {Reason} from './reason'

interface Props {
  kind: ErrandKind
  company: Shown
  /** Which backup is restored. */
  takenAt?: string
  done: () => void
  close: () => void
}

const meanings: Partial<Record<ErrandKind, ReactNode>> = {
  SUSPEND: <Trans>Nobody of the company is answered until it is resumed. Its data stay.</Trans>,
  RESUME: <Trans>Its people are answered again, with the sessions they had.</Trans>,
  RESTORE: <Trans>It comes back as it was before it was deleted.</Trans>,
  MOVE: (
    <Trans>
      It is moved while it is used, and can only be read for a few seconds. The old copy stays until you take it away.
    </Trans>
  ),
  CONFIRM_MOVE: <Trans>After this there is no way back to the cell it came from.</Trans>,
  EXPORT: (
    <Trans>
      All its data and files are written into one sealed file. It waits under Files until it was downloaded, for a day.
    </Trans>
  ),
  RENAME: <Trans>People and programs reach it at the new address alone; links to the old one lead nowhere.</Trans>,
  CHANGE_PLAN: <Trans>What the company has agreed to.</Trans>,
  RESTORE_BACKUP: (
    <Trans>
      A copy is made beside the company and starts suspended. Look at it, then let it take the place of the original or
      delete it.
    </Trans>
  ),
  TAKE_PLACE: (
    <Trans>
      This copy gets the address, status, plan, tokens, domains and single sign-on of the original, which is suspended
      beside it. Everybody signs in anew.
    </Trans>
  ),
  BACK_UP: <Trans>All its data and files are written, sealed, to every place of backups.</Trans>,
  DELETE: (
    <Trans>Nobody is answered any more. Until the grace is over it can be restored; then all of it is gone.</Trans>
  ),
}

/** Asks why, and what else an action needs; a worker then carries it out. */
export function Ask({kind, company, takenAt, done, close}: Props) {
  const {t} = useLingui()
  const [reason, setReason] = useState('')
  const [days, setDays] = useState('30')
  const [typed, setTyped] = useState('')
  const start = kind === 'RESTORE_BACKUP' ? `${company.slug.slice(0, 31).replace(/-$/, '')}-restored` : ''
  const [to, setTo] = useState(start)
  const [plan, setPlan] = useState(company.plan)
  const [missed, setMissed] = useState<Problem[]>([])
  const {wish, problems, busy} = useWish(kind)
  const refused = missed.length ? missed : problems
  const save = async () => {
    const wrong: Problem[] = []
    if (kind === 'DELETE' && !/^\d{1,3}$/.test(days.trim()))
      wrong.push({code: 'BAD_GRACE', field: 'graceDays', message: t`Say how many days, from 0 to 365.`})
    if (kind === 'DELETE' && typed.trim() !== company.slug)
      wrong.push({code: 'TYPE_IT', field: 'typed', message: t`Type the address of this company: ${company.slug}`})
    setMissed(wrong)
    if (wrong.length) return
    const fine = await wish({slug: company.slug, reason, to, graceDays: Number(days), plan, takenAt})
    if (!fine) return
    done()
    close()
  }
  return (
    <Making
      title={t(deedNames[kind])}
      act={t(deedNames[kind])}
      danger={kind === 'DELETE' || kind === 'CONFIRM_MOVE' || kind === 'TAKE_PLACE'}
      width={460}
      dirty={Boolean(reason || typed) || to !== start || plan !== company.plan}
      saving={busy}
      problems={refused}
      fields={['reason', 'to', 'plan', 'graceDays', 'typed']}
      save={() => void save()}
      close={close}
    >
      <p>
        <strong>
          <bdi>{company.name}</bdi>
        </strong>
        {' · '}
        <span className="ltr quiet">{company.slug}</span>
      </p>
      <p className="quiet">{meanings[kind]}</p>
      {kind === 'MOVE' ? <Cells from={company.cell} to={to} choose={setTo} why={whyOf(refused, 'to')} /> : null}
      {kind === 'RENAME' || kind === 'RESTORE_BACKUP' ? (
        <Field
          label={kind === 'RENAME' ? t`New address` : t`Address of the copy`}
          dir="ltr"
          spellCheck={false}
          autoCapitalize="none"
          value={to}
          onValue={setTo}
          why={whyOf(refused, 'to')}
        />
      ) : null}
      {kind === 'CHANGE_PLAN' ? <Plans plan={plan} choose={setPlan} /> : null}
      <Reason reason={reason} setReason={setReason} why={whyOf(refused, 'reason')} />
      {kind === 'DELETE' ? (
        <div className="columns">
          <Field
            label={t`Grace in days`}
            type="number"
            min={0}
            max={365}
            value={days}
            onValue={setDays}
            why={whyOf(refused, 'graceDays')}
          />
          <Field
            label={t`Its address, to be sure`}
            dir="ltr"
            spellCheck={false}
            autoCapitalize="none"
            value={typed}
            onValue={setTyped}
            why={whyOf(refused, 'typed')}
          />
        </div>
      ) : null}
    </Making>
  )
}

interface CellsProps {
  from: string
  to: string
  choose: (cell: string) => void
  why: string | undefined
}

function Cells({from, to, choose, why}: CellsProps) {
  const {t} = useLingui()
  const [{data}] = useQuery({query: ConsoleViewerDocument})
  const others = data?.cells.filter((cell) => cell !== from) ?? []
  if (data && !others.length)
    return (
      <p className="trouble" role="alert">
        <Trans>There is one cell only. KESHER_CELLS names more.</Trans>
      </p>
    )
  return (
    <Select label={t`To the cell`} value={to} onValue={choose} why={why}>
      <option value="">{t`Choose one`}</option>
      {others.map((cell) => (
        <option key={cell} value={cell}>
          {cell}
        </option>
      ))}
    </Select>
  )
}
