import {useEffect} from 'react'
import type {ErrandFactsFragment} from './graphql'

const PAUSE = 1500

export const isOpen = ({state}: Pick<ErrandFactsFragment, 'state'>) => state === 'WAITING' || state === 'RUNNING'

/** Asks again and again while something is under way. */
export function useLooking(
  errands: readonly ErrandFactsFragment[],
  again: (options: {requestPolicy: 'network-only'}) => void,
) {
  const open = errands.some(isOpen)
  useEffect(() => {
    if (!open) return
    const timer = setInterval(() => again({requestPolicy: 'network-only'}), PAUSE)
    return () => {
      clearInterval(timer)
    }
  }, [open, again])
}
