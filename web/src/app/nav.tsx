import {Trans, useLingui} from '@lingui/react/macro'
import {Kbd} from '@mantine/core'
import {IconPlus, IconSearch, IconSelector, IconSettings} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import {FavoriteList} from '../favorites'
import {useMe} from '../members'
import {Bell} from '../notifications'
import {Avatar} from '../ui/avatar'
import {late} from '../ui/late'
import {usePlaces} from './places'

const AccountMenu = late(() => import('./account_menu'))

interface Props {
  openPalette: () => void
  /** Not there for who may make nothing. */
  openCreate: (() => void) | undefined
  openHelp: () => void
}

export function Nav({openPalette, openCreate, openHelp}: Props) {
  const {t} = useLingui()
  const {member, tenant} = useMe()
  const [menu, setMenu] = useState(false)
  const places = usePlaces()
  return (
    <>
      <nav className="nav" aria-label={t`Main`}>
        <div className="tenant" title={tenant.name}>
          {tenant.logo ? (
            <img className="logo" src={tenant.logo} alt="" />
          ) : (
            <span className="logo" aria-hidden>
              {Array.from(tenant.name)[0]?.toUpperCase()}
            </span>
          )}
          <span className="own" dir="auto">
            {tenant.name}
          </span>
        </div>
        <button type="button" className="search" onClick={openPalette}>
          <IconSearch size={14} />
          <span>
            <Trans>Search or do…</Trans>
          </span>
          <Kbd size="xs" dir="ltr">
            Ctrl K
          </Kbd>
        </button>
        <Bell />
        {openCreate ? (
          <button type="button" className="search create" title={t`Create…`} onClick={openCreate}>
            <IconPlus size={14} />
            <span>
              <Trans>Create…</Trans>
            </span>
            <Kbd size="xs" dir="ltr">
              Q
            </Kbd>
          </button>
        ) : null}
        <ul>
          {places.map(({to, icon: Icon, label, mirror, far}) => (
            <li key={to} data-far={far || undefined}>
              <Link to={to} activeOptions={{exact: to === '/deals' || to === '/', includeSearch: false}} title={label}>
                <Icon size={16} stroke={1.75} className={mirror ? 'mirror' : undefined} />
                <span>{label}</span>
              </Link>
            </li>
          ))}
        </ul>
        <Suspense>
          <FavoriteList />
        </Suspense>
        <div className="foot">
          <Link to="/settings" className="to-settings" activeOptions={{includeSearch: false}} title={t`Settings`}>
            <IconSettings size={16} stroke={1.75} />
            <span>
              <Trans>Settings</Trans>
            </span>
          </Link>
          <button type="button" className="me" aria-haspopup="dialog" onClick={() => setMenu(true)}>
            <Avatar name={member.name} size={24} plain />
            <span className="own" dir="auto">
              {member.name}
            </span>
            <span className="vh">
              <Trans>Language, colours, sign out</Trans>
            </span>
            <IconSelector size={14} />
          </button>
        </div>
      </nav>
      {menu ? (
        <Suspense>
          <AccountMenu close={() => setMenu(false)} openHelp={openHelp} />
        </Suspense>
      ) : null}
    </>
  )
}
