import {useEffect} from 'react'

/** The record that is being looked at; `account` is where it belongs. */
export interface Here {
  kind: 'deal' | 'account' | 'contact' | 'lead'
  id: string
  name: string
  account?: {id: string; name: string}
}

const shown: Here[] = []

/** Says which record this place shows, as long as it does. */
export function useHere(record: Here) {
  useEffect(() => {
    shown.push(record)
    return () => {
      shown.splice(shown.indexOf(record), 1)
    }
  })
}

/** The record that is being looked at; what is made meanwhile belongs to it. */
export const whatIsHere = (): Here | undefined => shown.at(-1)
