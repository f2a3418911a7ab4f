import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import {useMutation} from 'urql'
import {CreateExportDocument, type ExportFormat} from '../gql/graphql'
import {Confirm} from '../ui/confirm'
import {Field} from '../ui/field'
import {today} from '../ui/formats'
import {useJobs} from '../ui/jobs'
import {problemsOf} from '../ui/problems'
import {Select} from '../ui/select'

interface Props {
  object: string
  /** What the list is called. */
  title: string
  scope: {filter: Record<string, unknown> | null; search: string | null}
  orderBy: Record<string, unknown>[]
  columns: {path: string; label: string}[]
  /** Columns that are shown and cannot be in a file. */
  left: string[]
  close: () => void
}

/** Asks how the list that is seen is to be written into a file. */
export default function ExportDialog({object, title, scope, orderBy, columns, left, close}: Props) {
  const {t} = useLingui()
  const {watch} = useJobs()
  const [name, setName] = useState(`${title} ${today()}`)
  const [format, setFormat] = useState<ExportFormat>('CSV')
  const [, create] = useMutation(CreateExportDocument)
  const run = async () => {
    const answer = await create({input: {object, name, format, columns, orderBy, ...scope}})
    const made = answer.data?.createExport.export
    if (made) watch({kind: 'export', id: made.id})
    return problemsOf(answer, t`The server does not answer. Nothing was changed.`)
  }
  return (
    <Confirm title={t`Export this list`} act={t`Export`} width={440} disabled={!name.trim()} run={run} close={close}>
      <Field label={t`File name`} value={name} onValue={setName} dir="auto" maxLength={200} />
      <Select label={t`Format`} value={format} onValue={(next) => setFormat(next as ExportFormat)}>
        <option value="CSV">CSV</option>
        <option value="XLSX">Excel (XLSX)</option>
      </Select>
      <p className="quiet">
        <Trans>The columns, the filters and the order are those that you see:</Trans>{' '}
        <bdi>{columns.map(({label}) => label).join(' · ')}</bdi>
      </p>
      {left.length ? (
        <p className="quiet">
          <Trans>Without what is worked out for the page:</Trans> <bdi>{left.join(' · ')}</bdi>
        </p>
      ) : null}
      <p className="quiet">
        <Trans>The file holds what your role may export, and is kept for a week.</Trans>{' '}
        <Link to="/exports" onClick={close}>
          <Trans>My exports</Trans>
        </Link>
      </p>
    </Confirm>
  )
}
