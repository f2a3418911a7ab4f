import './views.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {
  IconChevronDown,
  IconCopy,
  IconDeviceFloppy,
  IconEdit,
  IconHome,
  IconRestore,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {Suspense, useEffect, useRef, useState} from 'react'
import {useQuery} from 'urql'
import {type OneViewFragment, ViewsOfDocument} from '../gql/graphql'
import {late} from '../ui/late'
import {FloatingMenu, MenuItem} from '../ui/menu'
import {same} from './filtering'
import {useKeeping} from './keeping'
import type {Listing} from './listing'
import type {Draft} from './parts/view_dialog'
import {differs, wordsOfView} from './saved'

const ViewDialog = late(() => import('./parts/view_dialog'))

interface Props {
  listing: Listing
  /** The words that this page understands; views of others are not shown on it. */
  known?: readonly string[]
}

/** The saved views of a list as tabs, and what is done with the one that is open. */
export default function SavedTabs({listing, known}: Props) {
  const {t} = useLingui()
  const {vocabulary, words} = listing
  const [{data}, reread] = useQuery({query: ViewsOfDocument, variables: {object: vocabulary.object}})
  const keeping = useKeeping(listing, () => reread({requestPolicy: 'network-only'}))
  const [asking, setAsking] = useState<'new' | 'change' | 'menu' | null>(null)
  const views = (data?.viewsOf ?? []).map((view) => ({view, ...wordsOfView(view, vocabulary)}))
  const shown = known ? views.filter((one) => fits(one.words, known)) : views
  useDefault(listing, data ? (views.find(({view}) => view.isDefault)?.words ?? null) : undefined)
  const open = views.find(({view}) => view.view.id === words.view)
  const changed = open ? differs(listing, open.words) : false
  const savable = open ? changed : listing.filtered || words.sort !== undefined || words.cols !== undefined
  const copy = (view: OneViewFragment) =>
    keeping.create({name: t`Copy of ${view.view.name}`, audience: 'PRIVATE', teamId: null})
  const save = async (draft: Draft) =>
    asking === 'change' && open ? keeping.change(open.view, draft) : keeping.create(draft)
  return (
    <>
      {shown.map(({view, words: kept}) => (
        <Link
          key={view.view.id}
          to="."
          search={{...kept, [vocabulary.peek]: words[vocabulary.peek]} as never}
          activeOptions={{exact: true}}
          aria-current={view.view.id === words.view ? 'page' : undefined}
          data-saved
        >
          {view.view.audience === 'PRIVATE' ? null : <IconUsers size={14} aria-label={t`Shared`} />}
          <bdi className="clip">{view.view.name}</bdi>
          {view.isDefault ? <IconHome size={12} aria-label={t`Opens first`} /> : null}
          {view.view.id === words.view && changed ? <span className="differs">{t`changed`}</span> : null}
        </Link>
      ))}
      {open ? (
        <button
          type="button"
          className="view-menu"
          aria-label={t`View: ${open.view.view.name}`}
          aria-haspopup="menu"
          onClick={() => setAsking('menu')}
        >
          <IconChevronDown size={14} />
          {asking === 'menu' ? (
            <FloatingMenu label={t`View: ${open.view.view.name}`} close={() => setAsking(null)}>
              {open.view.mayChange ? (
                <MenuItem icon={<IconEdit size={16} />} run={() => setAsking('change')}>
                  <Trans>Rename or share</Trans>
                </MenuItem>
              ) : null}
              <MenuItem icon={<IconCopy size={16} />} run={() => void copy(open.view)}>
                <Trans>Duplicate</Trans>
              </MenuItem>
              <MenuItem
                icon={<IconHome size={16} />}
                run={() => void keeping.prefer(open.view.isDefault ? null : open.view.view.id)}
              >
                {open.view.isDefault ? t`Do not open it first` : t`Open it first`}
              </MenuItem>
              {open.view.mayChange ? (
                <MenuItem icon={<IconTrash size={16} />} danger run={() => void keeping.remove(open.view)}>
                  <Trans>Delete</Trans>
                </MenuItem>
              ) : null}
            </FloatingMenu>
          ) : null}
        </button>
      ) : null}
      {savable ? (
        <>
          {open?.view.mayChange ? (
            <button type="button" onClick={() => void keeping.change(open.view, {shown: keeping.shown})}>
              <IconDeviceFloppy size={14} />
              <Trans>Save</Trans>
            </button>
          ) : null}
          {open ? (
            <button type="button" onClick={() => listing.go(open.words)}>
              <IconRestore size={14} className="mirror" />
              <Trans>Reset</Trans>
            </button>
          ) : null}
          <button type="button" onClick={() => setAsking('new')}>
            {open ? null : <IconDeviceFloppy size={14} />}
            {open ? t`Save as…` : t`Save view`}
          </button>
        </>
      ) : null}
      {open && (open.view.lost.length || !open.whole) ? (
        <span className="lost" role="status">
          <Trans>This view filters by or shows what is hidden from your role, or gone. It is left out here.</Trans>
        </span>
      ) : null}
      <Suspense>
        {asking === 'new' || asking === 'change' ? (
          <ViewDialog
            title={asking === 'new' ? t`Save view` : t`Rename or share`}
            name={asking === 'change' && open ? open.view.view.name : ''}
            view={asking === 'change' ? open?.view : undefined}
            save={save}
            close={() => setAsking(null)}
          />
        ) : null}
      </Suspense>
    </>
  )
}

/** A list that is opened without a word opens with the viewer's own first view. */
function useDefault({words, vocabulary, go}: Listing, kept: Record<string, string | undefined> | null | undefined) {
  const asked = useRef(same({...words, [vocabulary.peek]: null}, {[vocabulary.peek]: null}))
  useEffect(() => {
    if (!asked.current || kept === undefined) return
    asked.current = false
    if (kept) go(kept)
  }, [kept, go])
}

const fits = (words: Record<string, string | undefined>, known: readonly string[]) =>
  Object.entries(words).every(([word, said]) => said === undefined || word === 'view' || known.includes(word))
