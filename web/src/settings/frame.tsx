import './settings.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Link, Outlet, useLocation} from '@tanstack/react-router'
import {useEffect, useRef} from 'react'
import {useHolds} from '../members'
import {useSettingsPages} from './pages'

/** Every page of the settings stands beside the list of them all; on a phone the list is a strip above. */
export function SettingsFrame() {
  const {t} = useLingui()
  const {pages, groups} = useSettingsPages()
  const reads = useHolds('post:read')
  const {pathname} = useLocation()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    nav.current?.querySelector(`[href="${pathname}"]`)?.scrollIntoView({block: 'nearest', inline: 'center'})
  }, [pathname])
  return (
    <div className="settings">
      <nav ref={nav} className="settings-nav" aria-label={t`Settings`}>
        <p className="settings-title" aria-hidden>
          <Trans>Settings</Trans>
        </p>
        {groups.map(({id, label}) => (
          <div key={id} className="settings-group">
            <p className="own" dir="auto" id={`settings-${id}`}>
              {label}
            </p>
            <ul aria-labelledby={`settings-${id}`}>
              {pages
                .filter(({group}) => group === id)
                .map((page) => (
                  <li key={page.to}>
                    <Link to={page.to} activeOptions={{includeSearch: false}}>
                      {page.label}
                    </Link>
                  </li>
                ))}
              {id === 'company' && reads ? (
                <li>
                  <a href="/outbox">
                    <Trans>Outbox</Trans>
                  </a>
                </li>
              ) : null}
            </ul>
          </div>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
