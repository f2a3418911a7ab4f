import '../visits.css'
import {Plural, SelectOrdinal, Trans} from '@lingui/react/macro'
import type {VisitLineFragment} from '../../gql/graphql'
import {FEW, readable, useVisits} from '../visits'

/** On which page of the company's site somebody is now. */
export default function Presence({id}: {id: string}) {
  const {here} = useVisits(id, FEW)
  return (
    <div className="visit-here" role="status">
      {here ? <Line visit={here} /> : null}
    </div>
  )
}

function Line({visit: {path, title, ordinal, pageCount}}: {visit: VisitLineFragment}) {
  const page = (
    <bdi key="page" className="lead-long" title={title ?? undefined}>
      {readable(path)}
    </bdi>
  )
  return (
    <p className="visit-now">
      <span className="lead-here" aria-hidden />
      <span>
        <strong>
          <Trans>Is on {page} now</Trans>
        </strong>
        <small className="num">
          <SelectOrdinal value={ordinal} one="#st visit" two="#nd visit" few="#rd visit" other="#th visit" />
          {' · '}
          <Plural value={pageCount} one="# page" other="# pages" />
        </small>
      </span>
    </p>
  )
}
