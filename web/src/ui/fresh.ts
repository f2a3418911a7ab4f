import {useEffect} from 'react'
import {isLive} from './live'

const REST = 3_000

/**
 * Reads again what is shown when someone comes back to the page: colleagues have worked in the meantime. Where their
 * changes are told as they happen, there is nothing to look for.
 */
export function useFresh(again: () => void) {
  useEffect(() => {
    let last = Date.now()
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < REST || isLive()) return
      last = Date.now()
      again()
    }
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [again])
}
