import './undo.css'
import {Trans} from '@lingui/react/macro'
import {lazyRouteComponent} from '@tanstack/react-router'
import {type ComponentType, lazy, useState} from 'react'
import {createPortal} from 'react-dom'

/**
 * A part that is fetched when it is first drawn. Without a line it comes as soon as there is one; what cannot be fetched
 * (a release took the file away) is said where it cannot be overlooked, and the page stays as it is.
 */
export function late<Props extends object>(load: () => Promise<{default: ComponentType<Props>}>) {
  const part = () => fetched(load).catch(() => ({default: missing(load)}))
  return lazy(part) as unknown as ComponentType<Props>
}

/** The same for a whole page; one that a release took away is looked for once more by loading all anew. */
export const latePage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => fetched(load), name)

/** What a browser could not fetch it may not fetch again as long as the page lives: without a line it is asked only for
 * what the service worker has. */
async function fetched<Part>(load: () => Promise<Part>): Promise<Part> {
  if (!navigator.onLine && !('serviceWorker' in navigator && navigator.serviceWorker.controller)) await line()
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (navigator.onLine) throw error
      await line()
    }
  }
}

function line() {
  return new Promise((come) => addEventListener('online', come, {once: true}))
}

function missing<Props extends object>(load: () => Promise<{default: ComponentType<Props>}>) {
  return function Missing(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(null)
    const again = () => {
      load().then(
        (part) => setPart(() => part.default),
        () => location.reload(),
      )
    }
    if (Part) return <Part {...props} />
    return createPortal(
      <div className="undo" role="alert">
        <span className="said">
          <Trans>A part of this page could not be loaded.</Trans>
        </span>
        <button type="button" onClick={again}>
          <Trans>Load again</Trans>
        </button>
      </div>,
      document.body,
    )
  }
}
