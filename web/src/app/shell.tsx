import './shell.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Outlet, useNavigate} from '@tanstack/react-router'
import {type ReactNode, Suspense, useEffect, useState} from 'react'
import {useQuery} from 'urql'
import {loadTray} from '../batches'
import {type Creatable, QuickCreate, useCreatables} from '../create'
import {MeDocument} from '../gql/graphql'
import {MeProvider, useHolds} from '../members'
import {useSettingsPages} from '../settings'
import {ActionsProvider, useActions} from '../ui/actions'
import {Failed} from '../ui/empty'
import {setTimeZone} from '../ui/formats'
import {JobsProvider} from '../ui/jobs'
import {late} from '../ui/late'
import {SayProvider} from '../ui/say'
import {UndoProvider} from '../ui/undo'
import {goSignIn} from './graph'
import {heldKeys, holdKeys} from './held_keys'
import {Nav} from './nav'
import {isLanguage, keepLanguage, pageLanguage} from '../ui/preferences'

const loadPalette = () => import('./palette')
const Palette = late(loadPalette)
const Help = late(() => import('./help'))
const Line = late(() => import('./line'))

export function Shell() {
  return (
    <SignedIn>
      <ActionsProvider>
        <SayProvider>
          <UndoProvider>
            <JobsProvider tray={loadTray}>
              <Frame />
            </JobsProvider>
          </UndoProvider>
        </SayProvider>
      </ActionsProvider>
    </SignedIn>
  )
}

/** Asks who is here before anything is drawn: the time zone and the language are the member's own. */
function SignedIn({children}: {children: ReactNode}) {
  const [{data, error}, again] = useQuery({query: MeDocument})
  const me = data?.me
  const member = me?.member
  const spoken = member?.locale
  useEffect(() => {
    if (data && !data.me?.member) goSignIn()
    if (!spoken || !isLanguage(spoken) || spoken === pageLanguage()) return
    keepLanguage(spoken)
    location.reload()
  }, [data, spoken])
  if (me && member) {
    setTimeZone(member.timeZone)
    const {powers, may} = me.rights
    return <MeProvider me={{member, tenant: me.tenant, powers, may}}>{children}</MeProvider>
  }
  if (error && (error.response as Response | undefined)?.status !== 401) {
    return <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
  }
  return null
}

function Frame() {
  const {t} = useLingui()
  const navigate = useNavigate()
  const {pages} = useSettingsPages()
  const [makes, imports] = [useCreatables().length > 0, useHolds('imports:run')]
  const [open, setOpen] = useState<'palette' | 'help' | 'create' | null>(null)
  const [making, setMaking] = useState<Creatable>()
  const close = () => {
    heldKeys()
    setOpen(null)
  }
  const search = () => {
    if (open !== 'palette') holdKeys()
    setOpen('palette')
  }
  const create = (kind?: Creatable) => {
    setMaking(kind)
    setOpen('create')
  }
  useEffect(() => {
    // What is typed right after the key must not be lost on the way.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 1500)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  useActions([
    {
      id: 'palette',
      label: t`Search or do…`,
      keys: 'Mod+K',
      inFields: true,
      hidden: true,
      run: search,
    },
    {id: 'search', label: t`Search`, keys: '/', hidden: true, run: search},
    {id: 'go-home', label: t`Go to the home page`, keys: 'G H', run: () => void navigate({to: '/'})},
    {id: 'create', label: t`Create…`, keys: 'Q', everywhere: true, able: makes, run: () => create()},
    {id: 'create-here', label: t`Create…`, keys: 'C', hidden: true, otherwise: true, able: makes, run: () => create()},
    {id: 'go-search', label: t`Go to search`, keys: 'G F', run: () => void navigate({to: '/search'})},
    {id: 'help', label: t`Keyboard help`, keys: '?', everywhere: true, run: () => setOpen('help')},
    {id: 'go-day', label: t`Go to my day`, keys: 'G M', run: () => void navigate({to: '/day'})},
    {id: 'go-calendar', label: t`Go to the calendar`, keys: 'G K', run: () => void navigate({to: '/calendar'})},
    {id: 'go-team', label: t`Go to the team’s day`, keys: 'G Y', run: () => void navigate({to: '/team'})},
    {id: 'go-board', label: t`Go to the board`, keys: 'G B', run: () => void navigate({to: '/deals/board'})},
    {id: 'go-leads', label: t`Go to leads`, keys: 'G L', run: () => void navigate({to: '/leads'})},
    {id: 'go-deals', label: t`Go to deals`, keys: 'G D', run: () => void navigate({to: '/deals'})},
    {id: 'go-forecast', label: t`Go to the forecast`, keys: 'G O', run: () => void navigate({to: '/forecast'})},
    {id: 'go-accounts', label: t`Go to accounts`, keys: 'G A', run: () => void navigate({to: '/accounts'})},
    {id: 'go-contacts', label: t`Go to contacts`, keys: 'G C', run: () => void navigate({to: '/contacts'})},
    {
      id: 'go-imports',
      label: t`Go to imports`,
      keys: 'G I',
      able: imports,
      run: () => void navigate({to: '/imports'}),
    },
    {id: 'go-settings', label: t`Go to settings`, keys: 'G S', run: () => void navigate({to: '/settings/profile'})},
    ...pages.map(({to, label}) => ({id: to, label: t`Settings: ${label}`, run: () => void navigate({to})})),
  ])
  return (
    <div className="shell">
      <a className="skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      <Nav openPalette={search} openCreate={makes ? () => create() : undefined} openHelp={() => setOpen('help')} />
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>
        <Line />
      </Suspense>
      <Suspense>
        {open === 'palette' ? <Palette create={create} close={close} /> : null}
        {open === 'create' ? <QuickCreate kind={making} close={close} /> : null}
        {open === 'help' ? <Help close={close} /> : null}
      </Suspense>
    </div>
  )
}
