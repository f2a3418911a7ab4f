import {createContext, type ReactNode, use, useCallback, useState} from 'react'

const Context = createContext<(text: string) => void>(() => undefined)

/** Says a sentence to those who listen to the page instead of seeing it. */
export const useSay = () => use(Context)

export function SayProvider({children}: {children: ReactNode}) {
  const [said, setSaid] = useState('')
  // The same sentence twice is two events: the mark makes it a new text.
  const say = useCallback((text: string) => {
    setSaid((was) => (was === text ? `${text}\u200b` : text))
  }, [])
  return (
    <Context value={say}>
      {children}
      <div className="vh" aria-live="assertive" data-testid="said">
        {said}
      </div>
    </Context>
  )
}
