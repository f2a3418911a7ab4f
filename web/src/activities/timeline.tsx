import './timeline.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback, useEffect, useRef, useState} from 'react'
import {useQuery} from 'urql'
import type {ActivityRowFragment} from '../gql/graphql'
import {useChanged} from '../files'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {Bone, Failed} from '../ui/empty'
import {usePages} from '../ui/pages'
import {Part} from '../ui/part'
import {filterOf, plans, type Show, shows, timelines, told} from './asked'
import {useDeeds} from './deeds'
import {Composer} from './parts/composer'
import {Entry} from './parts/entry'
import {ActivityItem} from './parts/item'
import {Proposal} from './parts/proposal'
import type {Hanger} from './records'

const PAGE = 30

interface Props {
  here: Hanger
  /** Another one as soon as something about the record may have changed. */
  stamp?: string | number
}

/** What is to be done about a record and what happened to it, with the place to write down the next thing. */
export function Timeline({here, stamp}: Props) {
  const {t} = useLingui()
  const [show, setShow] = useState<Show>()
  const [logged, setLogged] = useState<ActivityRowFragment | null>(null)
  const [{data: plan}, replan] = useQuery({
    query: plans[here.kind],
    variables: {id: here.id},
    requestPolicy: 'cache-and-network',
  })
  const pages = usePages({
    document: timelines[here.kind],
    variables: {id: here.id, filter: filterOf(show), first: PAGE},
    pick: told,
    fresh: true,
  })
  const {retry} = pages
  const refresh = useCallback(() => {
    replan({requestPolicy: 'network-only'})
    retry()
  }, [replan, retry])
  useChanged(here.id, refresh)
  const seen = useRef(stamp)
  useEffect(() => {
    if (seen.current === stamp) return
    seen.current = stamp
    retry()
  }, [stamp, retry])
  const deeds = useDeeds(refresh)
  const may = useGrants('Activity')
  const planned = ((plan ? told(plan)?.nodes : undefined) ?? []).flatMap(({activity}) =>
    activity && activity.status === 'OPEN' ? [activity] : [],
  )
  planned.sort((a, b) => (a.fallsAt ?? '9').localeCompare(b.fallsAt ?? '9'))
  const past = pages.nodes.filter(({activity}) => activity?.status !== 'OPEN')
  const [next] = planned
  useActions(
    next && may.update
      ? [{id: 'next-done', label: t`Done: ${next.subject}`, keys: 'D', run: () => void deeds.complete(next)}]
      : [],
  )
  const end = useEnd(pages.hasMore ? pages.more : undefined)
  return (
    <>
      {may.create ? <Composer here={here} deeds={deeds} logged={setLogged} /> : null}
      {logged ? <Proposal after={logged} deeds={deeds} close={() => setLogged(null)} /> : null}
      {planned.length ? (
        <Part title={t`Next steps`} count={planned.length}>
          <ul className="planned">
            {planned.map((activity) => (
              <li key={activity.id}>
                <ActivityItem activity={activity} deeds={deeds} here={here} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title={t`What happened`} action={<Shown show={show} setShow={setShow} />}>
        {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
        {pages.loaded || pages.error ? null : <Bone inline="100%" block={90} />}
        <ol className="timeline" aria-busy={pages.stale}>
          {past.map((entry) => (
            <Entry key={entry.id} entry={entry} here={here} deeds={deeds} />
          ))}
        </ol>
        {pages.loaded && !pages.fetching && past.length === 0 ? (
          <p className="none">{show ? <Trans>Nothing of this kind.</Trans> : <Trans>Nothing yet.</Trans>}</p>
        ) : null}
        <div ref={end} />
      </Part>
    </>
  )
}

/** Narrows the timeline to one kind. */
function Shown({show, setShow}: {show: Show | undefined; setShow: (show: Show | undefined) => void}) {
  const {t} = useLingui()
  const labels: Record<Show, string> = {
    NOTE: t`Notes`,
    CALL: t`Calls`,
    MEETING: t`Meetings`,
    TASK: t`Tasks`,
    FILE: t`Files`,
    CHANGES: t`Changes`,
  }
  return (
    <div className="shown filters" role="group" aria-label={t`What is shown`}>
      {[undefined, ...shows].map((one) => (
        <button key={one ?? 'ALL'} type="button" aria-pressed={show === one} onClick={() => setShow(one)}>
          {one ? labels[one] : t`All`}
        </button>
      ))}
    </div>
  )
}

/** Reads on as the end of the list comes into view. */
function useEnd(more: (() => void) | undefined) {
  const [end, setEnd] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (!end || !more) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more()
      },
      {rootMargin: '300px'},
    )
    watch.observe(end)
    return () => {
      watch.disconnect()
    }
  }, [end, more])
  return setEnd
}
