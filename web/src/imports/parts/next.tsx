import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconArrowBackUp, IconClipboardCheck, IconPlayerPlay, IconTrash} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  CheckImportDocument,
  DiscardImportDocument,
  type ImportDetailFragment,
  RunImportDocument,
  UndoImportDocument,
} from '../../gql/graphql'
import {Dialog} from '../../ui/dialog'
import {problemsOf} from '../../ui/problems'

const documents = {check: CheckImportDocument, run: RunImportDocument, undo: UndoImportDocument}

/** What can be done next with an import as it stands. */
export function Next({one}: {one: ImportDetailFragment}) {
  const {t} = useLingui()
  const client = useClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState('')
  const [why, setWhy] = useState<string | null>(null)
  const [asking, setAsking] = useState<'undo' | 'discard' | null>(null)
  const input = {importId: one.id}
  const unanswered = t`The server does not answer. Nothing was changed.`
  const act = async (what: keyof typeof documents) => {
    setAsking(null)
    setBusy(what)
    const answer = await client.mutation(documents[what], {input}).toPromise()
    setBusy('')
    setWhy(problemsOf(answer, unanswered)[0]?.message ?? null)
  }
  const discard = async () => {
    setAsking(null)
    const [problem] = problemsOf(await client.mutation(DiscardImportDocument, {input}).toPromise(), unanswered)
    if (problem) setWhy(problem.message)
    else void navigate({to: '/imports'})
  }
  const {status} = one
  const rows = one.files.reduce((sum, file) => sum + file.rows, 0)
  const before = status === 'DRAFT' || status === 'CHECKED'
  return (
    <section className="next" aria-label={t`What next`}>
      {status === 'DRAFT' ? (
        <Button
          leftSection={<IconClipboardCheck size={16} />}
          loading={busy === 'check'}
          onClick={() => void act('check')}
        >
          <Trans>Check without writing</Trans>
        </Button>
      ) : null}
      {status === 'CHECKED' || status === 'FAILED' ? (
        <Button leftSection={<IconPlayerPlay size={16} />} loading={busy === 'run'} onClick={() => void act('run')}>
          {status === 'FAILED' ? (
            <Trans>Run on</Trans>
          ) : (
            <Plural value={rows} one="Import # row" other="Import # rows" />
          )}
        </Button>
      ) : null}
      {status === 'CHECKED' ? (
        <Button variant="default" loading={busy === 'check'} onClick={() => void act('check')}>
          <Trans>Check again</Trans>
        </Button>
      ) : null}
      {status === 'DONE' ? (
        one.files.every(({entity}) => entity === 'lead') ? (
          <Button renderRoot={(props) => <Link to="/leads" {...props} />}>
            <Trans>See the leads</Trans>
          </Button>
        ) : (
          <Button renderRoot={(props) => <Link to="/deals/board" {...props} />}>
            <Trans>See the board</Trans>
          </Button>
        )
      ) : null}
      {status === 'DONE' || status === 'FAILED' ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} className="mirror" />}
          loading={busy === 'undo'}
          onClick={() => setAsking('undo')}
        >
          <Trans>Undo the import</Trans>
        </Button>
      ) : null}
      {before ? (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} />}
          onClick={() => setAsking('discard')}
        >
          <Trans>Discard</Trans>
        </Button>
      ) : null}
      {why ? (
        <p className="trouble" role="alert">
          {why}
        </p>
      ) : null}
      {asking === 'undo' ? <UndoIt one={one} confirm={() => void act('undo')} cancel={() => setAsking(null)} /> : null}
      {asking === 'discard' ? (
        <Sure
          title={t`Discard ${one.name}?`}
          yes={t`Discard`}
          confirm={() => void discard()}
          cancel={() => setAsking(null)}
        >
          <Trans>The files are thrown away. Nothing of them was written.</Trans>
        </Sure>
      ) : null}
    </section>
  )
}

interface Asked {
  confirm: () => void
  cancel: () => void
}

function UndoIt({one, confirm, cancel}: Asked & {one: ImportDetailFragment}) {
  const {t} = useLingui()
  const sum = (field: 'created' | 'updated') => one.files.reduce((total, file) => total + file[field], 0)
  const [created, updated] = [sum('created'), sum('updated')]
  return (
    <Sure title={t`Undo ${one.name}?`} yes={t`Undo the import`} confirm={confirm} cancel={cancel}>
      {created ? (
        <>
          <Plural
            value={created}
            one="# record that it made is removed."
            other="# records that it made are removed."
          />{' '}
        </>
      ) : null}
      {updated ? (
        <>
          <Plural
            value={updated}
            one="# record that it changed gets its former values."
            other="# records that it changed get their former values."
          />{' '}
        </>
      ) : null}
      <Trans>What people changed since then stays.</Trans>
    </Sure>
  )
}

function Sure({
  title,
  yes,
  confirm,
  cancel,
  children,
}: Asked & {title: string; yes: string; children: React.ReactNode}) {
  return (
    <Dialog
      title={title}
      onClose={cancel}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={cancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="red.8" size="compact-md" onClick={confirm}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}
