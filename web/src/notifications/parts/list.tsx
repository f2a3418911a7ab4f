import './list.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconBellCheck, IconChecks, IconSettings} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useEffect, useRef, useState} from 'react'
import {useQuery} from 'urql'
import {type NotificationLineFragment, NotificationsDocument, UnreadNotificationsDocument} from '../../gql/graphql'
import {useActions} from '../../ui/actions'
import {Bone, Empty, Failed} from '../../ui/empty'
import {today, useFormats} from '../../ui/formats'
import {usePages} from '../../ui/pages'
import {useMarks} from '../deeds'
import {NotificationItem} from './item'
import {step} from './steps'

interface Props {
  /** On a page of its own, where its keys work everywhere. */
  whole?: boolean
  /** One was followed to its record. */
  left?: () => void
}

/** What a member was told, by day; one key goes through it, another marks what was read. */
export function NotificationList({whole = false, left}: Props) {
  const {t} = useLingui()
  const [unread, setUnread] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const {mark, markAll} = useMarks()
  const [why, setWhy] = useState<string | null>(null)
  const [{data: counted}] = useQuery({query: UnreadNotificationsDocument})
  const count = counted?.unreadNotifications ?? 0
  const pages = usePages({
    document: NotificationsDocument,
    variables: {filter: unread ? {readAt: {isNull: true}} : {shown: {eq: true}}},
    pick: ({notifications}) => notifications,
    fresh: true,
  })
  const {retry} = pages
  const known = useRef(count)
  useEffect(() => {
    if (count > known.current) retry()
    known.current = count
  }, [count, retry])
  const days = useDays(pages.nodes)
  const Heading = whole ? 'h2' : 'h3'
  const all = () => void markAll().then(setWhy)
  useActions(
    whole
      ? [
          {id: 'notice-next', label: t`Next notification`, keys: 'J', hidden: true, run: () => step(list.current, 1)},
          {id: 'notice-before', label: t`One before`, keys: 'K', hidden: true, run: () => step(list.current, -1)},
          {id: 'notices-read', label: t`Mark all as read`, icon: <IconChecks size={16} />, run: all},
        ]
      : [],
  )
  return (
    <div className="notices" ref={list} data-whole={whole || undefined}>
      <div className="notices-top">
        <div className="filters" role="group" aria-label={t`What is shown`}>
          {[false, true].map((only) => (
            <button key={String(only)} type="button" aria-pressed={unread === only} onClick={() => setUnread(only)}>
              {only ? <Trans>Unread</Trans> : <Trans>All</Trans>}
            </button>
          ))}
        </div>
        <div className="grow" />
        <button type="button" className="plain" disabled={count === 0} onClick={all}>
          <IconChecks size={15} />
          <Trans>Mark all as read</Trans>
        </button>
        <Link to="/settings/notifications" className="plain" title={t`What you are told of`} onClick={left}>
          <IconSettings size={15} />
          <span className="vh">
            <Trans>What you are told of</Trans>
          </span>
        </Link>
      </div>
      {why ? (
        <p className="trouble" role="alert">
          {why}
        </p>
      ) : null}
      {pages.error ? <Failed error={pages.error} retry={retry} /> : null}
      {pages.loaded || pages.error ? null : <Bone inline="100%" block={160} />}
      {days.map(({day, label, notices}) => (
        <section key={day} aria-label={label}>
          <Heading>{label}</Heading>
          <ul>
            {notices.map((notice) => (
              <NotificationItem key={notice.id} notice={notice} mark={mark} refused={setWhy} left={left} />
            ))}
          </ul>
        </section>
      ))}
      {pages.loaded && !pages.fetching && pages.nodes.length === 0 ? <Nothing unread={unread} /> : null}
      {pages.hasMore ? (
        <button type="button" className="plain more" disabled={pages.fetching} onClick={pages.more}>
          <Trans>Earlier ones</Trans>
        </button>
      ) : null}
      {whole ? null : (
        <Link to="/notifications" className="plain more" onClick={left}>
          <Trans>Show them on a page</Trans>
        </Link>
      )}
    </div>
  )
}

function Nothing({unread}: {unread: boolean}) {
  const {t} = useLingui()
  return (
    <Empty icon={<IconBellCheck size={28} stroke={1.5} />} title={unread ? t`You have read all` : t`Nothing yet`}>
      {unread ? null : (
        <Trans>Here you are told when somebody mentions you, gives you something to do, or something is due.</Trans>
      )}
    </Empty>
  )
}

function useDays(nodes: NotificationLineFragment[]) {
  const {t} = useLingui()
  const {dayOf, dayInFull} = useFormats()
  const now = today()
  const before = new Date(Date.parse(now) - 86_400_000).toISOString().slice(0, 10)
  const named: Record<string, string> = {[now]: t`Today`, [before]: t`Yesterday`}
  const days: {day: string; label: string; notices: NotificationLineFragment[]}[] = []
  for (const notice of nodes) {
    const day = dayOf(notice.at)
    const last = days.at(-1)
    if (last?.day === day) last.notices.push(notice)
    else days.push({day, label: named[day] ?? dayInFull(day), notices: [notice]})
  }
  return days
}
