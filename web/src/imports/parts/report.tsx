import {Trans, useLingui} from '@lingui/react/macro'
import type {ImportDetailFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {useEntityNames} from './entities'

const fields = ['rows', 'created', 'updated', 'unchanged', 'refused'] as const

/** What happened, or would happen, file by file. */
export function Report({one}: {one: ImportDetailFragment}) {
  const {t} = useLingui()
  const names = useEntityNames()
  const {number} = useFormats()
  const checked = one.status === 'CHECKED'
  const heads = {rows: t`Rows`, created: t`New`, updated: t`Changed`, unchanged: t`Unchanged`, refused: t`Refused`}
  const cell = (field: (typeof fields)[number], value: number) => (
    <td
      key={field}
      data-field={field}
      className={`end num ${value === 0 ? 'zero' : ''} ${field === 'refused' && value > 0 ? 'some-bad' : ''}`}
    >
      {number(value)}
    </td>
  )
  return (
    <section className="card-box" aria-label={checked ? t`What would happen` : t`What happened`}>
      <header>
        <h3>{checked ? <Trans>What would happen</Trans> : <Trans>What happened</Trans>}</h3>
        <span className="quiet">
          {checked ? <Trans>Nothing is written yet.</Trans> : null}
          {one.status === 'UNDONE' ? <Trans>All of it was taken back.</Trans> : null}
        </span>
      </header>
      <div className="scroll">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">
                <Trans>File</Trans>
              </th>
              <th scope="col">
                <Trans>About</Trans>
              </th>
              {fields.map((field) => (
                <th key={field} scope="col" className="end">
                  {heads[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.files.map((file) => (
              <tr key={file.id} data-entity={file.entity}>
                <th scope="row">
                  <span className="ltr">{file.name}</span>
                </th>
                <td>{names[file.entity] ?? file.entity}</td>
                {fields.map((field) => cell(field, file[field]))}
              </tr>
            ))}
          </tbody>
          {one.files.length > 1 ? (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  <Trans>Together</Trans>
                </th>
                {fields.map((field) =>
                  cell(
                    field,
                    one.files.reduce((sum, file) => sum + file[field], 0),
                  ),
                )}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </section>
  )
}

/** The rules that were applied; each sentence says how often. */
export function Notes({one}: {one: ImportDetailFragment}) {
  const {t} = useLingui()
  if (!one.notes.length) return null
  return (
    <section className="card-box" aria-label={t`Rules and remarks`}>
      <header>
        <h3>
          <Trans>Rules and remarks</Trans>
        </h3>
      </header>
      <ul className="notes">
        {[...one.notes]
          .sort((a, b) => a.position - b.position)
          .map((note) => (
            <li key={note.id}>
              <span dir="auto">{note.message}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
