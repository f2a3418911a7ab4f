import {createContext, type ReactNode, use} from 'react'

const Context = createContext(false)

/** Whether what is shown here stands still: who looks may not change it, so that nothing offers to. */
export const useStill = () => use(Context)

export function Still({still, children}: {still: boolean; children: ReactNode}) {
  return <Context value={still}>{children}</Context>
}
