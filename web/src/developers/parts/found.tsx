import {Plural, Trans} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {find} from '../contract'
import {Told} from './told'
import {step} from './type_list'

/** What a search found; each leads to its place. */
export function Found({asked}: {asked: string}) {
  const hits = find(asked)
  return (
    <section className="reference-type">
      <p className="quiet" role="status">
        {hits.length ? (
          <Plural value={hits.length} one="# found" other="# found" />
        ) : (
          <Trans>Nothing in the graph is called so. Search by a part of a name, such as “amount”.</Trans>
        )}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links inside have the focus */}
      <ul className="reference-found" onKeyDown={step}>
        {hits.map(({type, part, description}) => (
          <li key={`${type}.${part ?? ''}`}>
            <Link to="/settings/reference" search={{type}} hash={part ? `${type}.${part}` : undefined}>
              <code dir="ltr">{part ? `${type}.${part}` : type}</code>
            </Link>
            <Told className="quiet clip" text={description} />
          </li>
        ))}
      </ul>
    </section>
  )
}
