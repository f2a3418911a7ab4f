import {useLingui} from '@lingui/react/macro'
import {IconSearch} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {useState} from 'react'
import {useQuery} from 'urql'
import type {Creatable} from '../create'
import {useCreatables} from '../create'
import {FavoritesDocument, RecentsDocument} from '../gql/graphql'
import {goTo, type Shown, useFound, useKindNames, useShown} from '../search'
import {type Action, useAllActions} from '../ui/actions'
import {fold, resembles} from '../ui/folding'
import {otherLayouts} from '../ui/layouts'
import {type Entry, useAround} from './around'

export interface Group {
  title: string
  entries: Entry[]
}

const RECENT = 8
const MOST_ACTIONS = 6

/** What the palette offers: what is at hand as long as nothing is asked for, then what fits, actions and records. */
export function useEntries(asked: string, create: (kind: Creatable) => void) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const names = useKindNames()
  const show = useShown()
  const actions = useActionGroups(create)
  const atHand = useAtHand()
  const found = useFound(asked, {first: 5})
  const entryOf = (one: Shown): Entry => ({...one, run: () => goTo(navigate, one.place)})
  if (!asked) {
    return {
      groups: full([...atHand(entryOf), ...actions]),
      asked: '',
      searching: false,
      meant: undefined,
      failed: false,
    }
  }
  const fitting = fittingActions(actions, asked)
  const records = found.groups.map(({kind, hits}) => ({
    title: names[kind],
    entries: hits.flatMap(({record}) => (record ? (show(record) ?? []) : [])).map(entryOf),
  }))
  const all: Entry = {
    id: 'search-page',
    name: t`All results for “${asked}”`,
    icon: <IconSearch size={16} />,
    run: () => void navigate({to: '/search', search: {q: asked}}),
  }
  const more = {title: t`Search`, entries: asked.length > 1 ? [all] : []}
  const {searching, meant} = found
  return {
    groups: full([{title: t`Actions`, entries: fitting}, ...records, more]),
    asked: meant ?? asked,
    meant,
    searching,
    failed: found.error !== undefined && !found.known,
  }
}

const full = (groups: Group[]) => groups.filter(({entries}) => entries.length)

/** The records opened last, and the favorites. */
function useAtHand() {
  const {t} = useLingui()
  const show = useShown()
  const [{data: recents}] = useQuery({
    query: RecentsDocument,
    variables: {first: RECENT},
    requestPolicy: 'cache-and-network',
  })
  const [{data: favorites}] = useQuery({query: FavoritesDocument})
  return (entryOf: (one: Shown) => Entry): Group[] => {
    const listed = (records: readonly (Parameters<typeof show>[0] | null | undefined)[], mark: string) =>
      records
        .flatMap((record) => (record ? (show(record) ?? []) : []))
        .map((one) => ({...entryOf(one), id: `${mark}-${one.id}`}))
    return [
      {title: t`Recent`, entries: listed(recents?.recentRecords ?? [], 'recent')},
      {title: t`Favorites`, entries: listed(favorites?.favoriteRecords ?? [], 'favorite')},
    ]
  }
}

/** What can be done: on this page, made anew, gone to, and around it all. */
function useActionGroups(create: (kind: Creatable) => void): Group[] {
  const {t} = useLingui()
  const all = useAllActions()
  const [actions] = useState(() => unlike(all().filter((action) => !action.hidden)))
  const creatables = useCreatables()
  const around = useAround()
  const entryOf = ({id, label, icon, keys, run}: Action): Entry => ({id, name: label, icon, keys, run})
  const leads = (action: Action) => action.id.startsWith('go-') || action.id.startsWith('/')
  return [
    {title: t`Here`, entries: actions.filter((action) => !leads(action) && !action.everywhere).map(entryOf)},
    {
      title: t`Create`,
      entries: creatables.map(({kind, label, key, icon}) => ({
        id: `create-${kind}`,
        name: label,
        icon,
        keys: `Q ${key}`,
        run: () => create(kind),
      })),
    },
    {title: t`Go to`, entries: actions.filter(leads).map(entryOf)},
    {title: t`You and this page`, entries: [...actions.filter(({everywhere}) => everywhere).map(entryOf), ...around]},
  ]
}

/** By words, their beginnings, with a typo, or typed under another keyboard layout. */
function fittingActions(groups: readonly Group[], asked: string): Entry[] {
  const entries = groups.flatMap((group) => group.entries)
  const fitting = (said: string) => entries.filter(({name}) => resembles(fold(name), fold(said)))
  const found = [asked, ...otherLayouts(asked)].map(fitting).find((some) => some.length) ?? []
  return found.slice(0, MOST_ACTIONS)
}

/** Of the same deed, the page's own wording comes before the frame's. */
function unlike(actions: Action[]): Action[] {
  const seen = new Set<string>()
  return actions.filter(({id}) => !seen.has(id) && seen.add(id))
}
