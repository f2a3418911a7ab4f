import {useEffect} from 'react'

const REST = 3_000

/** Reads again what is shown when someone comes back to the page: colleagues have worked in the meantime. */
export function useFresh(again: () => void) {
  useEffect(() => {
    let last = Date.now()
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < REST) return
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
