import {Trans, useLingui} from '@lingui/react/macro'
import {useNavigate} from '@tanstack/react-router'
import {useRef, useState} from 'react'
import {useClient} from 'urql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {type ArchiveFactsFragment, BeginUploadDocument, ImportCompanyDocument} from '../graphql'
import {size as sized} from '../sizes'
import {sendPieces} from '../pieces'
import {Reason} from './reason'

interface Props {
  /** What has arrived already. */
  brought: ArchiveFactsFragment | null
  close: () => void
}

/** A file goes up piece by piece, and a worker makes a company of it. */
export function BringCompany({brought, close}: Props) {
  const {i18n, t} = useLingui()
  const client = useClient()
  const navigate = useNavigate()
  const ended = useRef(new AbortController())
  const [file, setFile] = useState<File | null>(null)
  const [arrived, setArrived] = useState(brought)
  const [slug, setSlug] = useState('')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const unanswered = t`The server does not answer. Nothing was changed.`
  const missing = t`Choose a file.`
  const broken = t`The file did not arrive. Try again.`

  const send = async (): Promise<ArchiveFactsFragment | null> => {
    if (arrived) return arrived
    if (!file) {
      setProblems([{code: 'REQUIRED', field: 'upload', message: missing}])
      return null
    }
    const begun = await client.mutation(BeginUploadDocument, {name: file.name, size: file.size}).toPromise()
    const archive = begun.data?.begun.archive
    if (!archive) {
      setProblems(begun.data?.begun.problems ?? [{code: 'NO_ANSWER', message: unanswered}])
      return null
    }
    setShare(0)
    const whole = await sendPieces(file, archive, setShare, ended.current.signal)
    setShare(null)
    if (whole) setArrived(archive)
    else setProblems([{code: 'NOT_RECEIVED', field: 'upload', message: broken}])
    return whole ? archive : null
  }
  const save = async () => {
    setProblems([])
    const archive = await send()
    if (!archive) return
    const input = {upload: archive.id, slug, name: name || null, reason}
    const refused = problemsOf(await client.mutation(ImportCompanyDocument, {input}).toPromise(), unanswered)
    setProblems(refused)
    if (!refused.length) void navigate({to: '/errands'})
  }
  const leave = () => {
    ended.current.abort()
    close()
  }
  return (
    <Making
      title={t`Import a company`}
      act={t`Import`}
      width={480}
      dirty={Boolean(file ?? (slug || name || reason))}
      saving={share !== null}
      problems={problems}
      fields={['upload', 'slug', 'name', 'reason']}
      save={() => void save()}
      close={leave}
    >
      <p className="quiet">
        <Trans>
          A file that an export or a backup has written becomes a company of its own. A damaged one leaves nothing.
        </Trans>
      </p>
      {arrived ? (
        <p>
          <bdi>{arrived.name}</bdi> <span className="quiet">{sized(arrived.size ?? 0, i18n.locale)}</span>
        </p>
      ) : (
        <label className="console-file">
          <span>
            <Trans>File</Trans>
          </span>
          <input type="file" accept=".kesher" onChange={({target}) => setFile(target.files?.[0] ?? null)} />
          {whyOf(problems, 'upload') ? (
            <span className="trouble" role="alert">
              {whyOf(problems, 'upload')}
            </span>
          ) : null}
        </label>
      )}
      <div className="columns">
        <Field
          label={t`Address`}
          dir="ltr"
          spellCheck={false}
          autoCapitalize="none"
          value={slug}
          onValue={setSlug}
          why={whyOf(problems, 'slug')}
        />
        <Field
          label={t`Name`}
          dir="auto"
          value={name}
          onValue={setName}
          why={whyOf(problems, 'name')}
          hint={t`Empty: the name it had.`}
        />
      </div>
      <Reason reason={reason} setReason={setReason} why={whyOf(problems, 'reason')} />
      {share === null ? null : (
        <progress className="console-asked" aria-label={t`How far it is`} value={share} max={1} />
      )}
    </Making>
  )
}
