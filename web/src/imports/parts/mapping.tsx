import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {useMemo, useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {
  type ImportDetailFragment,
  ImportTargetsDocument,
  type ImportTargetsQuery,
  SetImportMappingDocument,
} from '../../gql/graphql'
import {problemsOf} from '../../ui/problems'
import {useEntityNames} from './entities'
import {LeadChoices} from './lead_choices'

type File = ImportDetailFragment['files'][number]
type Column = File['columns'][number]
type Target = NonNullable<ImportTargetsQuery['importTargets']>[number]

/** Which column goes where: guessed, to be changed here; what is left out is shown as left out. */
export function Mapping({one}: {one: ImportDetailFragment}) {
  const [{data}] = useQuery({query: ImportTargetsDocument})
  const targets = useMemo(() => data?.importTargets ?? [], [data])
  return (
    <section style={{display: 'grid', gap: 12}}>
      <div>
        <h2>
          <Trans>Columns</Trans>
        </h2>
        <p className="lead">
          <Trans>Where each column goes was guessed from its name and its values. Change what is wrong.</Trans>
        </p>
      </div>
      {[...one.files]
        .sort((a, b) => a.position - b.position)
        .map((file) => (
          <FileMapping key={file.id} importId={one.id} file={file} targets={targets} />
        ))}
      {one.files.some(({entity}) => entity === 'lead') ? <LeadChoices one={one} /> : null}
    </section>
  )
}

function FileMapping({importId, file, targets}: {importId: string; file: File; targets: Target[]}) {
  const {t} = useLingui()
  const names = useEntityNames()
  const out = file.columns.filter(({target}) => !target).length
  return (
    <section className="card-box" aria-label={t`Columns of ${file.name}`}>
      <header>
        <h3 className="ltr">{file.name}</h3>
        <span className="tag accent">{names[file.entity] ?? file.entity}</span>
        <span className="quiet num">
          <Plural value={file.rows} one="# row" other="# rows" />
        </span>
        {out ? (
          <span className="quiet num">
            <Plural value={out} one="# column is left out" other="# columns are left out" />
          </span>
        ) : null}
      </header>
      <div className="scroll">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Column</Trans>
              </th>
              <th scope="col">
                <Trans>Sample</Trans>
              </th>
              <th scope="col">
                <Trans>Goes to</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {[...file.columns]
              .sort((a, b) => a.position - b.position)
              .map((column) => (
                <ColumnRow key={column.id} importId={importId} column={column} targets={targets} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ColumnRow({importId, column, targets}: {importId: string; column: Column; targets: Target[]}) {
  const {t} = useLingui()
  const names = useEntityNames()
  const [{fetching}, save] = useMutation(SetImportMappingDocument)
  const [why, setWhy] = useState<string | null>(null)
  const choose = async (target: string) => {
    const answer = await save({input: {importId, columns: [{id: column.id, target: target || null}]}})
    setWhy(problemsOf(answer, t`The server does not answer. Nothing was changed.`)[0]?.message ?? null)
  }
  const entities = [...new Set(targets.map(({entity}) => entity))]
  const guessed = column.target !== null && column.target === column.guess
  return (
    <tr data-out={column.target ? undefined : true}>
      <th scope="row">
        <bdi>{column.header}</bdi>
      </th>
      <td className="sample clip" title={column.sample ?? undefined}>
        <bdi>{column.sample ?? '–'}</bdi>
      </td>
      <td>
        <span className="map-to">
          <select
            aria-label={t`${column.header} goes to`}
            value={column.target ?? ''}
            data-out={column.target ? undefined : true}
            aria-busy={fetching}
            onChange={(event) => void choose(event.target.value)}
          >
            <option value="">{t`Left out`}</option>
            {entities.map((entity) => (
              <optgroup key={entity} label={names[entity] ?? entity}>
                {targets
                  .filter((target) => target.entity === entity)
                  .map(({path, label, required}) => (
                    <option key={path} value={path}>
                      {required ? t`${label} (required)` : label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          {guessed ? (
            <span className="tag">
              <Trans>guessed</Trans>
            </span>
          ) : null}
        </span>
        {why ? (
          <span className="inline-why" role="alert">
            {why}
          </span>
        ) : null}
      </td>
    </tr>
  )
}
