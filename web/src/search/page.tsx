import './page.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconMoodEmpty, IconSearch} from '@tabler/icons-react'
import {getRouteApi, useNavigate} from '@tanstack/react-router'
import {useCallback, useEffect, useState} from 'react'
import type {SearchKind} from '../gql/graphql'
import {useActions} from '../ui/actions'
import {Bone, Empty, Failed} from '../ui/empty'
import {Find} from '../ui/find'
import {useFormats} from '../ui/formats'
import {Said} from '../ui/said'
import {type Groups, useFound, useKindNames} from './found'
import {Line} from './parts/line'
import {goTo, type Shown, useShown} from './shown'

const route = getRouteApi('/search')
const SOME = 5
const MANY = 100

/** Everything that was found: a few of each kind, or all of one kind. */
export function SearchPage() {
  const {t} = useLingui()
  const names = useKindNames()
  const {q = '', kind} = route.useSearch()
  const navigate = route.useNavigate()
  const one = kind && kind in names ? (kind as SearchKind) : undefined
  const all = useFound(q, {first: SOME})
  const some = useFound(one ? q : '', {kinds: one ? [one] : undefined, first: MANY})
  const {error, again, known, searching, meant, asked} = one ? some : all
  const show = useShown()
  const groups = (one ? some.groups : all.groups)
    .map(({hits, ...group}) => ({
      ...group,
      found: hits.flatMap(({record}) => (record ? (show(record) ?? []) : [])),
    }))
    .filter(({found}) => found.length)
  const ask = useCallback(
    (text: string) => void navigate({search: (was) => ({...was, q: text || undefined}), replace: true}),
    [navigate],
  )
  const {at} = useLineWalk(groups.flatMap(({found}) => found))
  useEffect(() => {
    document.querySelector<HTMLInputElement>('.search-page .find input')?.focus()
  }, [])
  return (
    <div className="search-page">
      <header className="top">
        <h1>{t`Search`}</h1>
        <Find label={t`Search everything`} asked={q} ask={ask} />
      </header>
      <Tabs groups={all.groups} names={names} q={q} kind={one} />
      <div className="search-body" aria-busy={searching}>
        {error && !known ? <Failed error={error} retry={again} /> : null}
        {meant ? (
          <p className="meant" role="status">
            <Trans>
              Showing results for <Said text={meant} />
            </Trans>
          </p>
        ) : null}
        {!known && searching && !error ? <Waiting /> : null}
        {known && groups.length === 0 ? <Nothing q={q} /> : null}
        {q.length < 2 ? <Invitation /> : null}
        {groups.map((group) => (
          <section key={group.kind} aria-label={names[group.kind]}>
            {one ? null : (
              <h2>
                {names[group.kind]} <Count group={group} />
              </h2>
            )}
            <ul>
              {group.found.map((found) => (
                <Line key={found.id} found={found} asked={asked} current={found.id === at} />
              ))}
            </ul>
            {!one && group.count > group.found.length ? (
              <button type="button" className="all" onClick={() => void navigate({search: {q, kind: group.kind}})}>
                <Trans>All of them</Trans>
              </button>
            ) : null}
            {one && group.count > group.found.length ? (
              <p className="quiet">
                <Trans>The best {MANY} are shown. Another word finds less.</Trans>
              </p>
            ) : null}
          </section>
        ))}
      </div>
    </div>
  )
}

function Tabs({
  groups,
  names,
  q,
  kind,
}: {
  groups: Groups
  names: Record<SearchKind, string>
  q: string
  kind: SearchKind | undefined
}) {
  const {t} = useLingui()
  const navigate = route.useNavigate()
  const tabs = groups.filter((group) => group.count > 0 || group.kind === kind)
  if (!tabs.length) return <span />
  const go = (next: SearchKind | undefined) => void navigate({search: {q, kind: next}})
  return (
    <nav className="search-tabs" aria-label={t`Kinds`}>
      <button type="button" aria-current={kind ? undefined : 'true'} onClick={() => go(undefined)}>
        <Trans>All</Trans>
      </button>
      {tabs.map((group) => (
        <button
          key={group.kind}
          type="button"
          aria-current={group.kind === kind ? 'true' : undefined}
          onClick={() => go(group.kind)}
        >
          {names[group.kind]} <Count group={group} />
        </button>
      ))}
    </nav>
  )
}

/** Of very many it is only known that there are more. */
function Count({group: {count, more}}: {group: Pick<Groups[number], 'count' | 'more'>}) {
  const {number} = useFormats()
  return <span className="num quiet">{more ? `${number(count)}+` : number(count)}</span>
}

function Nothing({q}: {q: string}) {
  const {t} = useLingui()
  return (
    <Empty icon={<IconMoodEmpty size={28} stroke={1.5} />} title={t`Nothing was found`}>
      <Trans>
        No record that you may see fits <Said text={q} />. Try a part of the name, a number or an e-mail address.
      </Trans>
    </Empty>
  )
}

function Invitation() {
  const {t} = useLingui()
  return (
    <Empty icon={<IconSearch size={28} stroke={1.5} />} title={t`Search everything`}>
      <Trans>Names, e-mail addresses, numbers in any form, notes and files. Typos are forgiven.</Trans>
    </Empty>
  )
}

function Waiting() {
  return (
    <div aria-hidden>
      {Array.from({length: 6}, (_, line) => (
        <Bone key={line} inline={line % 2 ? '60%' : '80%'} block={20} />
      ))}
    </div>
  )
}

/** J and K or the arrows walk over what was found; Enter follows the link that has the focus. */
function useLineWalk(found: readonly Shown[]) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const [at, setAt] = useState<string>()
  const step = (by: 1 | -1) => {
    const next = found[Math.min(found.length - 1, Math.max(0, found.findIndex(({id}) => id === at) + by))]
    if (!next) return
    setAt(next.id)
    const line = document.getElementById(`line-${next.id}`)
    line?.focus()
    line?.scrollIntoView({block: 'nearest'})
  }
  const open = () => goTo(navigate, (found.find(({id}) => id === at) ?? found[0])?.place)
  useActions([
    {id: 'next-row', label: t`Next row`, keys: 'J', hidden: true, run: () => step(1)},
    {id: 'row-before', label: t`Previous row`, keys: 'K', hidden: true, run: () => step(-1)},
    {id: 'down', label: t`Next row`, keys: 'ArrowDown', hidden: true, run: () => step(1)},
    {id: 'up', label: t`Previous row`, keys: 'ArrowUp', hidden: true, run: () => step(-1)},
    {id: 'open-found', label: t`Open what was found`, keys: 'O', run: open},
  ])
  return {at}
}
