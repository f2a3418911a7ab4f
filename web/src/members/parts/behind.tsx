import {plural} from '@lingui/core/macro'
import {useLingui} from '@lingui/react/macro'
import type {EstateQuery} from '../../gql/graphql'

interface Props {
  estates: NonNullable<EstateQuery['handoverPreview']>
  past: boolean
  onPast: (past: boolean) => void
  /** Somebody was chosen to take over. */
  asked: boolean
}

/** What a member would leave behind, counted by kind. */
export function Behind({estates, past, onPast, asked}: Props) {
  const {t} = useLingui()
  const words: Record<string, string> = {
    Account: t`Accounts`,
    Contact: t`Contacts`,
    Deal: t`Open deals`,
    Activity: t`Open activities`,
  }
  const over = estates.reduce((sum, estate) => sum + estate.past, 0)
  return (
    <>
      {estates.some(({current}) => current) ? (
        <dl className="estate">
          {estates
            .filter(({current}) => current)
            .map(({kind, current}) => (
              <div key={kind}>
                <dt>{words[kind] ?? kind}</dt>
                <dd>{current}</dd>
              </div>
            ))}
        </dl>
      ) : null}
      {asked && over ? (
        <label className="estate-past">
          <input type="checkbox" checked={past} onChange={(event) => onPast(event.target.checked)} />
          <span>{t`Also ${plural(over, {one: '# closed or done record', other: '# closed or done records'})}`}</span>
        </label>
      ) : null}
    </>
  )
}
