import {useCallback, useState} from 'react'

/** Where something that floats is drawn: in the dialog that it was opened from, which stands above all, else in the page. */
export function useLayer() {
  const [layer, setLayer] = useState<HTMLElement | null>(null)
  const mark = useCallback((place: HTMLElement | null) => {
    setLayer(place ? (place.closest('dialog') ?? document.getElementById('main')) : null)
  }, [])
  return {mark, portal: {target: layer ?? undefined}}
}
