import '../visits.css'
import {Plural, useLingui} from '@lingui/react/macro'
import {IconChevronDown} from '@tabler/icons-react'
import {useState} from 'react'
import {useQuery} from 'urql'
import {type VisitLineFragment, VisitPagesDocument} from '../../gql/graphql'
import {Bone, Failed} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'
import {Tag} from '../../ui/tag'
import {FEW, readable, useVisits} from '../visits'
import {useLeadWords} from '../words'
import {NoVisits} from './no_visits'

const MANY = 100

/** When somebody was on the company's site, and what he looked at. */
export default function OnSite({lead: {id, source}}: {lead: {id: string; source: {id: string} | null}}) {
  const {t} = useLingui()
  const [first, setFirst] = useState(FEW)
  const {visits, error, again} = useVisits(id, first)
  const all = visits?.totalCount ?? 0
  return (
    <Part title={t`On the site`} count={all || undefined}>
      {error ? <Failed error={error} retry={again} /> : null}
      {visits ? (
        all ? (
          <ul className="visits">
            {visits.nodes.map((visit) => (
              <Visit key={visit.id} visit={visit} />
            ))}
          </ul>
        ) : (
          <NoVisits source={source?.id} />
        )
      ) : error ? null : (
        <Bone inline="100%" block={40} />
      )}
      {all > first && first === FEW ? (
        <button type="button" className="lead-do" onClick={() => setFirst(MANY)}>
          <Plural value={all} one="# visit in all" other="All # visits" />
        </button>
      ) : null}
    </Part>
  )
}

function Visit({visit: {id, startedAt, pageCount, seconds, intents}}: {visit: VisitLineFragment}) {
  const {moment, moments, momentInFull} = useFormats()
  const {intents: words} = useLeadWords()
  const [open, setOpen] = useState(false)
  return (
    <li>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronDown size={14} className="sign" />
        <span className="when num">
          <time dateTime={startedAt} title={momentInFull(startedAt)}>
            {moment(startedAt)}
          </time>
        </span>
        <small className="num">
          <Plural value={pageCount} one="# page" other="# pages" />
          {' · '}
          {moments(seconds)}
        </small>
      </button>
      {intents.length ? (
        <p className="lead-tags">
          {intents.map((intent) => (
            <Tag key={intent} tone={intent === 'PRICING' || intent === 'CONTACT' ? 'accent' : ''}>
              {words[intent]}
            </Tag>
          ))}
        </p>
      ) : null}
      {open ? <Pages id={id} /> : null}
    </li>
  )
}

/** What was looked at, in order; asked for when it is opened. */
function Pages({id}: {id: string}) {
  const {moments, time} = useFormats()
  const [{data, error}, ask] = useQuery({
    query: VisitPagesDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  if (error && !data) return <Failed error={error} retry={() => ask({requestPolicy: 'network-only'})} />
  const views = data?.node && 'pageViews' in data.node ? data.node.pageViews : undefined
  if (!views) return <Bone inline="80%" block={40} />
  const rest = views.totalCount - views.nodes.length
  return (
    <ol className="visit-pages">
      {views.nodes.map(({id: view, path, title, viewedAt, seconds}) => (
        <li key={view}>
          <span>
            <bdi className="lead-long">{title ?? readable(path)}</bdi>
            {title ? (
              <small dir="ltr" className="lead-long">
                {readable(path)}
              </small>
            ) : null}
          </span>
          <small className="num">
            {time(viewedAt)} · {moments(seconds)}
          </small>
        </li>
      ))}
      {rest > 0 ? (
        <li className="quiet">
          <Plural value={rest} one="# more page" other="# more pages" />
        </li>
      ) : null}
    </ol>
  )
}
