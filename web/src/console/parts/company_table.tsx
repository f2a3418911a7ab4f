import {Trans, useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import type {CompanyLineFragment} from '../graphql'
import {HealthTag, planName, planNames, StatusTag} from '../names'
import {size as sized} from '../sizes'
import type {Picked} from '../shown'

interface Props {
  lines: readonly CompanyLineFragment[]
  picked: Picked
  choose: (picked: Picked) => void
}

/** A line for each company; on a phone its name, its address and how it stands. */
export function CompanyTable({lines, picked, choose}: Props) {
  const {t} = useLingui()
  const all = lines.every(({slug}) => picked.has(slug))
  const pick = (line: CompanyLineFragment) => {
    const next = new Map(picked)
    if (!next.delete(line.slug)) next.set(line.slug, line)
    choose(next)
  }
  const pickAll = () => choose(new Map(all ? [] : lines.map((line) => [line.slug, line])))
  return (
    <div className="sheet console-sheet">
      <table aria-label={t`Companies`}>
        <thead>
          <tr>
            <th className="pick keep">
              <label>
                <input
                  type="checkbox"
                  aria-label={t`Select all companies that are shown`}
                  checked={all}
                  onChange={pickAll}
                />
              </label>
            </th>
            <th className="keep">
              <Trans>Name</Trans>
            </th>
            <th className="keep">
              <Trans>Status</Trans>
            </th>
            <th>
              <Trans>Health</Trans>
            </th>
            <th>{t(planName)}</th>
            <th>
              <Trans>Cell</Trans>
            </th>
            <th>
              <Trans>Version</Trans>
            </th>
            <th className="end">
              <Trans>Size</Trans>
            </th>
            <th>
              <Trans>Last backup</Trans>
            </th>
            <th className="closed">
              <Trans>Since</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} picked={picked.has(line.slug)} pick={pick} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  line: CompanyLineFragment
  picked: boolean
  pick: (line: CompanyLineFragment) => void
}

function Line({line, picked, pick}: LineProps) {
  const {i18n, t} = useLingui()
  const {ago, day, momentInFull} = useFormats()
  const {slug, name, status, cell, movingTo, createdAt, revision, head, size, lastBackupAt, plan, health} = line
  return (
    <tr data-picked={picked || undefined}>
      <td className="pick keep">
        <label>
          <input type="checkbox" aria-label={t`Select ${name}`} checked={picked} onChange={() => pick(line)} />
        </label>
      </td>
      <td className="keep">
        <To opens={{to: '/companies/$slug', params: {slug}}} dir="auto">
          {name}
        </To>
        <small className="console-slug">
          <bdi>{slug}</bdi>
        </small>
      </td>
      <td className="keep">
        <StatusTag status={status} />
      </td>
      <td>
        <HealthTag health={health} />
      </td>
      <td>{t(planNames[plan])}</td>
      <td>
        <bdi>{movingTo ? `${cell} → ${movingTo}` : cell}</bdi>
      </td>
      <td className={revision && revision !== head ? 'late' : undefined}>
        <span className="num">{revision ?? '—'}</span>
      </td>
      <td className="end">{size === null ? '—' : <bdi>{sized(size, i18n.locale)}</bdi>}</td>
      <td>
        {lastBackupAt ? <time title={momentInFull(lastBackupAt)}>{ago(lastBackupAt)}</time> : <Trans>None yet</Trans>}
      </td>
      <td className="closed">{day(createdAt)}</td>
    </tr>
  )
}
