import {useEffect, useState} from 'react'

const REST = 4_000
const LOOK = 3_600_000

/** Keeps the client on this device; when another version of it is ready, returns what loads it. */
export function useNewer(): (() => void) | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    let look: ReturnType<typeof setInterval> | undefined
    const watch = (kept: ServiceWorkerRegistration) => {
      const note = () => {
        if (kept.waiting && navigator.serviceWorker.controller) setWaiting(kept.waiting)
      }
      note()
      kept.addEventListener('updatefound', () => kept.installing?.addEventListener('statechange', note))
      look = setInterval(() => void kept.update().catch(() => undefined), LOOK)
    }
    // The page itself comes first: what is kept is for another day.
    const timer = setTimeout(() => {
      navigator.serviceWorker.register('/sw.js').then(watch, () => undefined)
    }, REST)
    return () => {
      clearTimeout(timer)
      clearInterval(look)
    }
  }, [])
  if (!waiting) return null
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {once: true})
    waiting.postMessage('take-over')
  }
}
