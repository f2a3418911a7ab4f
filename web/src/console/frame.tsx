import '../ui/top.css'
import './frame.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconBuildings, IconChecklist, IconFileZip, IconLogout, IconMoon, IconSun} from '@tabler/icons-react'
import {Link, Outlet} from '@tanstack/react-router'
import {useState} from 'react'
import {Provider, useQuery} from 'urql'
import {ActionsProvider} from '../ui/actions'
import {isLanguage, keepLanguage, keepScheme, keptScheme, languages, pageLanguage, shownScheme} from '../ui/preferences'
import {SayProvider} from '../ui/say'
import {makeConsoleClient} from './client'
import {ConsoleViewerDocument} from './graphql'

/** What stands around every page of the console. */
export function Frame() {
  const [client] = useState(makeConsoleClient)
  return (
    <Provider value={client}>
      <ActionsProvider>
        <SayProvider>
          <div className="console">
            <div>
              <Head />
            </div>
            <main>
              <Outlet />
            </main>
          </div>
        </SayProvider>
      </ActionsProvider>
    </Provider>
  )
}

function Head() {
  const {t} = useLingui()
  const [{data}] = useQuery({query: ConsoleViewerDocument})
  return (
    <>
      <header className="console-head">
        <strong className="brand">Kesher</strong>
        <nav aria-label={t`Admin console`}>
          <Link to="/companies" activeOptions={{includeSearch: false}}>
            <IconBuildings size={16} />
            <span>
              <Trans>Companies</Trans>
            </span>
          </Link>
          <Link to="/archives">
            <IconFileZip size={16} />
            <span>
              <Trans>Files</Trans>
            </span>
          </Link>
          <Link to="/errands">
            <IconChecklist size={16} />
            <span>
              <Trans>Actions</Trans>
            </span>
          </Link>
        </nav>
        <div className="grow" />
        <span className="viewer ltr">{data?.viewer.email}</span>
        <Speech />
        <Shade />
        <form method="post" action="/sign-out">
          <ActionIcon type="submit" variant="subtle" color="gray" aria-label={t`Sign out`}>
            <IconLogout size={16} />
          </ActionIcon>
        </form>
      </header>
      {data?.working === false ? (
        <p className="console-idle" role="status">
          <Trans>No worker with the owner’s rights is alive: what is asked for waits.</Trans>
        </p>
      ) : null}
    </>
  )
}

function Speech() {
  const {t} = useLingui()
  return (
    <select
      aria-label={t`Language`}
      value={pageLanguage()}
      onChange={({target}) => {
        if (!isLanguage(target.value)) return
        keepLanguage(target.value)
        location.reload()
      }}
    >
      {Object.entries(languages).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** The page is drawn anew: its colours are chosen before the first style is read. */
function Shade() {
  const {t} = useLingui()
  const dark = shownScheme(keptScheme()) === 'dark'
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={dark ? t`Light colours` : t`Dark colours`}
      onClick={() => {
        keepScheme(dark ? 'light' : 'dark')
        location.reload()
      }}
    >
      {dark ? <IconSun size={16} /> : <IconMoon size={16} />}
    </ActionIcon>
  )
}
