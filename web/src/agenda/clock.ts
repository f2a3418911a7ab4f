import {useEffect, useState} from 'react'

/** The moment that it is, looked at twice a minute. */
export function useClock(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}
