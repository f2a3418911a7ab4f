import {createContext, type ReactNode, use, useEffect, useMemo, useState} from 'react'
import {keepScheme, keptScheme, type Scheme, shownScheme} from '../ui/preferences'

const Context = createContext<{scheme: Scheme; shown: 'light' | 'dark'; choose: (scheme: Scheme) => void}>({
  scheme: 'auto',
  shown: 'light',
  choose: () => undefined,
})

export const useScheme = () => use(Context)

export function SchemeProvider({children}: {children: (shown: 'light' | 'dark') => ReactNode}) {
  const [scheme, setScheme] = useState(keptScheme)
  const [system, setSystem] = useState(() => shownScheme('auto'))
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const look = () => setSystem(dark.matches ? 'dark' : 'light')
    dark.addEventListener('change', look)
    return () => {
      dark.removeEventListener('change', look)
    }
  }, [])
  const shown = scheme === 'auto' ? system : scheme
  const value = useMemo(
    () => ({
      scheme,
      shown,
      choose: (next: Scheme) => {
        keepScheme(next)
        setScheme(next)
      },
    }),
    [scheme, shown],
  )
  return <Context value={value}>{children(shown)}</Context>
}
